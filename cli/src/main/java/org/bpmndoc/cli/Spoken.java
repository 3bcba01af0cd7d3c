package org.bpmndoc.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.CountApi;
import org.bpmndoc.batch.DirectApi;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.prompt.Request;

/// Says each call to a provider and what came of it (`-v`). Neither prompts nor keys are said.
final class Spoken {

  private Spoken() {}

  static Provider of(Provider provider, PrintStream out) {
    return new Provider(
        provider.name(),
        provider.server(),
        new Batches(provider.batches(), out),
        new Direct(provider.direct(), out),
        new Counts(provider.counts(), out),
        provider.tariff(),
        provider.connection());
  }

  @FunctionalInterface
  private interface Call<T> {
    T make() throws ProviderException;
  }

  private static <T> T say(PrintStream out, String what, Call<T> call) throws ProviderException {
    try {
      T answer = call.make();
      out.println(what + " -> " + words(answer));
      return answer;
    } catch (ProviderException e) {
      out.println(what + " -> " + e.kind() + ": " + e.reason());
      throw e;
    }
  }

  private static String words(Object answer) {
    return switch (answer) {
      case BatchSnapshot batch ->
          "%s, %d requests, %s"
              .formatted(batch.id(), batch.requests(), batch.ended() ? "ended" : "under way");
      case List<?> page -> page.size() + " batches";
      case Outcome.Succeeded ok -> "answered (%s), %s".formatted(ok.stop(), ok.usage());
      default -> answer.toString();
    };
  }

  private record Batches(BatchApi api, PrintStream out) implements BatchApi {

    @Override
    public BatchSnapshot create(List<BatchItem> items) throws ProviderException {
      return say(
          out, "create a batch of %d requests".formatted(items.size()), () -> api.create(items));
    }

    @Override
    public BatchSnapshot retrieve(String batchId) throws ProviderException {
      return say(out, "look at batch " + batchId, () -> api.retrieve(batchId));
    }

    @Override
    public int results(String batchId, Consumer<Result> sink) throws ProviderException {
      return say(
          out, "read the results of " + batchId + ", unreadable", () -> api.results(batchId, sink));
    }

    @Override
    public List<BatchSnapshot> list(Optional<String> after) throws ProviderException {
      return say(
          out, "list batches" + after.map(id -> " after " + id).orElse(""), () -> api.list(after));
    }

    @Override
    public BatchSnapshot cancel(String batchId) throws ProviderException {
      return say(out, "cancel batch " + batchId, () -> api.cancel(batchId));
    }

    @Override
    public void delete(String batchId) throws ProviderException {
      say(
          out,
          "delete batch " + batchId,
          () -> {
            api.delete(batchId);
            return "deleted";
          });
    }
  }

  private record Counts(CountApi api, PrintStream out) implements CountApi {

    @Override
    public long promptTokens(Request request) throws ProviderException {
      return say(out, "count the tokens for " + request.model(), () -> api.promptTokens(request));
    }
  }

  private record Direct(DirectApi api, PrintStream out) implements DirectApi {

    @Override
    public Outcome send(Request request) throws ProviderException, InterruptedException {
      try {
        Outcome outcome = api.send(request);
        out.println("direct call to " + request.model() + " -> " + words(outcome));
        return outcome;
      } catch (ProviderException e) {
        out.println("direct call to " + request.model() + " -> " + e.kind() + ": " + e.reason());
        throw e;
      }
    }
  }
}
