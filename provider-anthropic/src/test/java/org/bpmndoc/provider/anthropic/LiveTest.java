package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.prompt.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Against the real API, for less than a cent, with `mvn -Plive` and a key in `ANTHROPIC_API_KEY`.
/// A batch is waited for in real time: minutes as a rule, at most [#BATCH_WAIT_MAX].
@Tag("live")
class LiveTest {

  private static final Duration BATCH_WAIT_MAX = Duration.ofHours(1);
  private static final Duration POLL = Duration.ofSeconds(15);

  private AnthropicProvider provider;

  @BeforeEach
  void open() {
    String key = System.getenv("ANTHROPIC_API_KEY");
    if (key == null || key.isBlank()) {
      String reason = "not run: ANTHROPIC_API_KEY is not set";
      System.out.println("LiveTest " + reason);
      abort(reason);
    }
    provider =
        new AnthropicProvider(AnthropicSettings.of(AnthropicSettings.PUBLIC_API, new ApiKey(key)));
  }

  @AfterEach
  void close() {
    if (provider != null) {
      provider.close();
    }
  }

  @Test
  void a_direct_call_is_answered() throws Exception {
    Outcome outcome = provider.direct().send(request("Send invoice"));

    System.out.println("LiveTest direct: " + outcome);
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void a_batch_of_two_is_answered() throws Exception {
    BatchApi api = provider.batches();
    String run = UUID.randomUUID().toString().substring(0, 8);
    List<BatchItem> items =
        List.of(
            new BatchItem(new CustomId(run + "_a"), request("Send invoice")),
            new BatchItem(new CustomId(run + "_b"), request("Book payment")));
    BatchSnapshot batch = api.create(items);
    System.out.println("LiveTest batch: " + batch);

    Instant deadline = Instant.now().plus(BATCH_WAIT_MAX);
    while (!ended(api, batch.id())) {
      if (Instant.now().isAfter(deadline)) {
        var _ = api.cancel(batch.id());
        throw new AssertionError("batch " + batch.id() + " took too long and was canceled");
      }
      Thread.sleep(POLL);
    }
    Map<String, Outcome> outcomes = new HashMap<>();
    int unreadable =
        api.results(batch.id(), result -> outcomes.put(result.customId(), result.outcome()));
    outcomes.forEach((id, outcome) -> System.out.println("LiveTest " + id + ": " + outcome));

    assertThat(unreadable).isZero();
    assertThat(outcomes).containsOnlyKeys(run + "_a", run + "_b");
    assertThat(outcomes.values()).hasOnlyElementsOfType(Outcome.Succeeded.class);
    api.delete(batch.id());
  }

  private static Request request(String task) {
    return new Request(
        "claude-haiku-5-5",
        "Say in one sentence what a task of this name does.",
        "<facts>\n" + task + "\n</facts>",
        JsonMapper.shared()
            .readTree(
                """
                {"type":"object","additionalProperties":false,"required":["summary"],
                 "properties":{"summary":{"type":"string"}}}\
                """),
        2048);
  }

  /// A batch may be unknown for a moment after it was created.
  private static boolean ended(BatchApi api, String batchId) throws ProviderException {
    try {
      return api.retrieve(batchId).ended();
    } catch (ProviderException e) {
      if (e.kind() == ProviderException.Kind.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
