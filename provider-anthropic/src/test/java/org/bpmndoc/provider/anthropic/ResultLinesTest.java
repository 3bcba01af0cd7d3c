package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bpmndoc.batch.BatchApi.Result;
import org.junit.jupiter.api.Test;

class ResultLinesTest {

  @Test
  void a_line_that_is_too_long_is_counted_and_the_rest_is_read() throws Exception {
    String text = line("a") + "\n" + "x".repeat(300_000) + "\n" + line("b");

    assertThat(ids(text, 1000)).containsExactly("a", "b", "1 unreadable");
  }

  @Test
  void a_line_may_be_just_as_long_as_allowed() throws Exception {
    int length = line("a").length();

    assertThat(ids(line("a") + "\n" + line("b"), length)).containsExactly("a", "b", "0 unreadable");
    assertThat(ids(line("a") + "\n" + line("b"), length - 1)).containsExactly("2 unreadable");
  }

  @Test
  void a_line_may_lie_anywhere_across_the_chunks_it_is_read_in() throws Exception {
    List<String> all = IntStream.range(0, 5000).mapToObj(Integer::toString).toList();
    String text = String.join("\r\n", all.stream().map(ResultLinesTest::line).toList());
    List<String> expected = new ArrayList<>(all);
    expected.add("0 unreadable");

    assertThat(ids(text, 1000)).isEqualTo(expected);
  }

  @Test
  void bytes_that_are_no_text_are_one_unreadable_line() throws Exception {
    byte[] bytes =
        (line("a") + "\n" + line("?") + "\n" + line("b")).getBytes(StandardCharsets.UTF_8);
    bytes[new String(bytes, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xff;

    assertThat(ids(new ByteArrayInputStream(bytes), 1000))
        .containsExactly("a", "b", "1 unreadable");
  }

  @Test
  void nothing_is_no_line() throws Exception {
    assertThat(ids("", 1000)).containsExactly("0 unreadable");
  }

  private static String line(String id) {
    return "{\"custom_id\":\"" + id + "\",\"result\":{\"type\":\"expired\"}}";
  }

  private static List<String> ids(String text, int lineBytesMax) throws IOException {
    return ids(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), lineBytesMax);
  }

  private static List<String> ids(InputStream source, int lineBytesMax) throws IOException {
    List<Result> results = new ArrayList<>();
    int unreadable = ResultLines.read(source, lineBytesMax, results::add);
    List<String> ids = new ArrayList<>(results.stream().map(Result::customId).toList());
    ids.add(unreadable + " unreadable");
    return ids;
  }
}
