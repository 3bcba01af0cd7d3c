package org.bpmndoc.provider.anthropic;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.prompt.Request;
import tools.jackson.databind.json.JsonMapper;

/// What the tests send, and how they set up the provider.
final class Samples {

  static final String KEY = "sk-ant-test-0123456789";

  private static final String SCHEMA =
      """
      {"title":"Epic","type":"object","additionalProperties":false,
       "required":["summary","steps","score"],
       "properties":{
         "summary":{"type":"string","description":"In a sentence."},
         "steps":{"type":"array","items":{"type":"string"}},
         "score":{"type":["number","null"],"enum":[0.5,1,null]}}}\
      """;

  private Samples() {}

  static Request request(String facts) {
    return request(facts, 4096);
  }

  static Request request(String facts, int answerTokensMax) {
    return new Request(
        "claude-haiku-5-5",
        "Write the \"Epic\" of a task.\nUse the facts only.",
        "<facts>\n" + facts + "\n</facts>",
        JsonMapper.shared().readTree(SCHEMA),
        answerTokensMax);
  }

  static List<BatchItem> items() {
    return List.of(
        new BatchItem(new CustomId("run_a_1"), request("{\"name\":\"Kreditprüfung\"}")),
        new BatchItem(new CustomId("run_b_1"), request("{\"name\":\"Bill 🧾\"}")));
  }

  static AnthropicProvider provider(URI address) {
    return new AnthropicProvider(AnthropicSettings.of(address, new ApiKey(KEY)));
  }

  static AnthropicProvider provider(URI address, Path spoolFolder) {
    return new AnthropicProvider(
        new AnthropicSettings(address, new ApiKey(KEY), Timeouts.DEFAULT, spoolFolder));
  }

  /// A provider that gives up on everything, once it is connected, in no time.
  static AnthropicProvider impatientProvider(URI address) {
    Duration soon = Duration.ofMillis(50);
    return new AnthropicProvider(
        new AnthropicSettings(
            address,
            new ApiKey(KEY),
            new Timeouts(Duration.ofMinutes(1), soon, soon, soon, soon, soon),
            Path.of(System.getProperty("java.io.tmpdir"))));
  }

  /// A call that should fail.
  @FunctionalInterface
  interface Call {
    Object make() throws ProviderException, InterruptedException;
  }

  static ProviderException failureOf(Call call) {
    try {
      Object answer = call.make();
      throw new AssertionError("expected a failure, got " + answer);
    } catch (ProviderException e) {
      return e;
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this", e);
    }
  }
}
