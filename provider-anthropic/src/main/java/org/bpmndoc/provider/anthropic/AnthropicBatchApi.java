package org.bpmndoc.provider.anthropic;

import com.anthropic.models.messages.batches.BatchCreateParams;
import com.anthropic.models.messages.batches.BatchListParams;
import com.anthropic.services.blocking.messages.BatchService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.provider.anthropic.Refusal.Asked;
import tools.jackson.databind.JsonNode;

/// Message Batches.
///
/// Results are downloaded whole before the first line is handed on, so that a download that breaks
/// off hands on nothing, and however long a line takes to be dealt with, the connection does not
/// wait for it.
final class AnthropicBatchApi implements BatchApi {

  private static final long PAGE = 100;

  private final BatchService.WithRawResponse batches;
  private final Exchange exchange;
  private final CallOptions options;
  private final Path spoolFolder;

  AnthropicBatchApi(
      BatchService.WithRawResponse batches,
      Exchange exchange,
      CallOptions options,
      Path spoolFolder) {
    this.batches = batches;
    this.exchange = exchange;
    this.options = options;
    this.spoolFolder = spoolFolder;
  }

  @Override
  public BatchSnapshot create(List<BatchItem> items) throws ProviderException {
    BatchCreateParams params = RequestParams.batch(items);
    return exchange.json(
        Asked.CREATE, () -> batches.create(params, options.create()), AnswerJson::batch);
  }

  @Override
  public BatchSnapshot retrieve(String batchId) throws ProviderException {
    return exchange.json(
        Asked.OTHER, () -> batches.retrieve(batchId, options.question()), AnswerJson::batch);
  }

  @Override
  public int results(String batchId, Consumer<Result> sink) throws ProviderException {
    try (Spool spool = Spool.in(spoolFolder)) {
      exchange.body(
          Asked.OTHER, () -> batches.resultsStreaming(batchId, options.download()), spool::fill);
      return ResultLines.read(spool.content(), ResultLines.LINE_BYTES_MAX, sink);
    } catch (IOException e) {
      throw new ProviderException(
          ProviderException.Kind.AMBIGUOUS,
          "the results of batch %s cannot be kept in %s: %s".formatted(batchId, spoolFolder, e),
          Optional.empty(),
          e);
    }
  }

  @Override
  public List<BatchSnapshot> list(Optional<String> after) throws ProviderException {
    BatchListParams params = BatchListParams.builder().limit(PAGE).afterId(after).build();
    return exchange.json(
        Asked.OTHER, () -> batches.list(params, options.question()), AnthropicBatchApi::page);
  }

  /// All of a page or nothing: one that is passed over could be the one that is searched for.
  private static Optional<List<BatchSnapshot>> page(JsonNode page) {
    if (!page.path("data").isArray()) {
      return Optional.empty();
    }
    List<BatchSnapshot> snapshots = new ArrayList<>();
    for (JsonNode batch : page.path("data")) {
      AnswerJson.batch(batch).ifPresent(snapshots::add);
    }
    return snapshots.size() == page.path("data").size() ? Optional.of(snapshots) : Optional.empty();
  }

  @Override
  public BatchSnapshot cancel(String batchId) throws ProviderException {
    return exchange.json(
        Asked.OTHER, () -> batches.cancel(batchId, options.question()), AnswerJson::batch);
  }

  @Override
  public void delete(String batchId) throws ProviderException {
    exchange.body(
        Asked.OTHER,
        () -> batches.delete(batchId, options.question()),
        body -> body.readAllBytes());
  }
}
