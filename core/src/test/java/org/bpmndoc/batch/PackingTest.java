package org.bpmndoc.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bpmndoc.prompt.Request;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PackingTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long EMPTY = WireSize.bytesMax(request(""));

  private static Request request(String facts) {
    return new Request("model-1", "", facts, JSON.createObjectNode(), 100);
  }

  private static List<List<String>> pack(List<String> facts, int requestsMax, long bytesMax) {
    return Packing.pack(facts, PackingTest::request, new PackLimits(requestsMax, bytesMax));
  }

  @Test
  void nothing_is_no_batch() {
    assertThat(pack(List.of(), 1, 1)).isEmpty();
  }

  @Test
  void a_batch_is_full_by_count() {
    assertThat(pack(List.of("a", "b", "c", "d", "e"), 2, Long.MAX_VALUE))
        .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
  }

  @Test
  void a_batch_is_full_by_bytes() {
    assertThat(pack(List.of("aa", "bb", "cc"), 100, 2 * EMPTY + 4))
        .containsExactly(List.of("aa", "bb"), List.of("cc"));
    assertThat(pack(List.of("aa", "bbb", "cc"), 100, 2 * EMPTY + 4))
        .containsExactly(List.of("aa"), List.of("bbb"), List.of("cc"));
  }

  @Test
  void bytes_are_those_of_escaped_utf_8() {
    assertThat(size("é")).isEqualTo(2);
    assertThat(size("検")).isEqualTo(3);
    assertThat(size("🏦")).isEqualTo(12);
    assertThat(size("\"\\\n")).isEqualTo(6);
    assertThat(size("\u0001")).isEqualTo(6);
  }

  private static long size(String facts) {
    return WireSize.bytesMax(request(facts)) - EMPTY;
  }

  @Test
  void what_is_larger_than_a_batch_goes_alone() {
    String large = "x".repeat(5000);

    assertThat(pack(List.of("a", large, "b", "c"), 100, 2 * EMPTY + 10))
        .containsExactly(List.of("a"), List.of(large), List.of("b", "c"));
  }

  @Property(tries = 200)
  void order_and_limits_are_kept(
      @ForAll @Size(max = 30) List<String> facts,
      @ForAll @IntRange(min = 1, max = 7) int requestsMax,
      @ForAll @IntRange(min = 1, max = 20_000) int bytesMax) {
    List<List<String>> batches = pack(facts, requestsMax, bytesMax);

    assertThat(batches.stream().flatMap(List::stream).toList()).isEqualTo(facts);
    for (List<String> batch : batches) {
      assertThat(batch).isNotEmpty().hasSizeLessThanOrEqualTo(requestsMax);
      if (batch.size() > 1) {
        assertThat(batch.stream().mapToLong(one -> WireSize.bytesMax(request(one))).sum())
            .isLessThanOrEqualTo(bytesMax);
      }
    }
  }

  @Property(tries = 500)
  void a_request_never_takes_more_bytes_than_said(
      @ForAll String instructions, @ForAll String facts, @ForAll String description) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    schema.put("description", whole(description));
    Request request =
        new Request(
            "a-model-with-a-long-name-20261123",
            whole(instructions),
            whole(facts),
            schema,
            128_000);

    for (Function<Request, ObjectNode> form :
        List.<Function<Request, ObjectNode>>of(
            PackingTest::schemaAsJson, PackingTest::schemaAsText)) {
      byte[] body = form.apply(request).toString().getBytes(StandardCharsets.UTF_8);
      assertThat(WireSize.bytesMax(request)).isGreaterThanOrEqualTo(body.length);
    }
  }

  /// The way one provider takes a line of a batch.
  private static ObjectNode schemaAsJson(Request request) {
    ObjectNode line = JSON.createObjectNode().put("custom_id", "x".repeat(64));
    ObjectNode params = line.putObject("params");
    params.put("model", request.model()).put("max_tokens", request.answerTokensMax());
    ObjectNode system = params.putArray("system").addObject();
    system.put("type", "text").put("text", request.instructions());
    system.putObject("cache_control").put("type", "ephemeral").put("ttl", "1h");
    params.putArray("messages").addObject().put("role", "user").put("content", request.facts());
    params.putObject("thinking").put("type", "adaptive");
    params
        .putObject("output_config")
        .putObject("format")
        .put("type", "json_schema")
        .set("schema", request.answerSchema());
    return line;
  }

  private static ObjectNode schemaAsText(Request request) {
    ObjectNode line = schemaAsJson(request);
    line.withObject("params")
        .withObject("output_config")
        .withObject("format")
        .put("schema", request.answerSchema().toString());
    return line;
  }

  private static String whole(String text) {
    return text.codePoints()
        .filter(point -> Character.getType(point) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void limits_that_allow_nothing_are_refused() {
    assertThatThrownBy(() -> new PackLimits(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PackLimits(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
