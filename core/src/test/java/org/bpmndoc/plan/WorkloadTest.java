package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bpmndoc.json.UnusableFileException;
import org.bpmndoc.plan.Workload.Subject;
import org.bpmndoc.xml.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {

  @TempDir Path folder;

  @Test
  void a_level_is_dealt_out_evenly_to_the_level_above() throws Exception {
    var graph = levels(7, 3).graph();

    assertThat(graph.heightCounts()).containsExactly(7, 3);
    assertThat(parents(graph.nodes()))
        .extracting(parent -> graph.children(parent).stream().map(Subject::toString).toList())
        .containsExactly(
            List.of("l0-1", "l0-2"), List.of("l0-3", "l0-4"), List.of("l0-5", "l0-6", "l0-7"));
  }

  @Test
  void where_there_are_fewer_below_several_depend_on_the_same() throws Exception {
    var graph = levels(2, 5).graph();

    assertThat(graph.heightCounts()).containsExactly(2, 5);
    assertThat(parents(graph.nodes()))
        .extracting(parent -> graph.children(parent).getFirst().number())
        .containsExactly(1, 1, 1, 2, 2);
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "250,40,10", "3,1000,7", "999,1000,1001", "5,5,2"})
  void heights_are_those_of_the_file_whatever_the_numbers(int a, int b, int c) throws Exception {
    assertThat(levels(a, b, c).graph().heightCounts()).containsExactly(a, b, c);
  }

  @Test
  void cache_prices_are_multiples_of_input() throws Exception {
    Workload own =
        Workload.read(
            file(
                """
                {"inputPerMTok": 3, "outputPerMTok": 15,
                 "cacheWriteMultiplier": 1.25, "cacheReadMultiplier": 0.05,
                 "levels": [{"name": "l", "subjects": 1, "inputTokens": 9, "outputTokens": 1,
                             "sharedPrefixTokens": 4}]}
                """));

    Usage cached = new Usage(0, 0, 1_000_000, 1_000_000);
    assertThat(own.price().cost(cached, Channel.DIRECT)).isEqualTo(Usd.of("3.90"));
    assertThat(levels(1).price().cost(cached, Channel.BATCH)).isEqualTo(Usd.of("3.15"));
    assertThat(own.levels().getFirst().sharedPrefixTokens()).isEqualTo(4);
  }

  @Test
  void levels_of_one_contract_begin_alike() throws Exception {
    Workload own =
        Workload.read(
            file(
                """
                {"inputPerMTok": 3, "outputPerMTok": 15, "levels": [
                  {"name": "a", "subjects": 1, "inputTokens": 9, "outputTokens": 1,
                   "sharedPrefixTokens": 4},
                  {"name": "b", "contract": "a", "subjects": 1, "inputTokens": 9,
                   "outputTokens": 1, "sharedPrefixTokens": 4},
                  {"name": "c", "subjects": 1, "inputTokens": 9, "outputTokens": 1}]}
                """));

    assertThat(own.graph().nodes())
        .extracting(subject -> own.needs().prefix(subject))
        .containsExactly(
            Optional.of(new Needs.SharedPrefix("a", 4)),
            Optional.of(new Needs.SharedPrefix("a", 4)),
            Optional.empty());
  }

  @Test
  void every_mistake_is_named_with_its_line() throws Exception {
    Path file =
        file(
            """
            {"inputPerMTok": 3,
             "outputPerMTok": true,
             "levels": [
               {"name": "leaf", "subjects": 0, "inputTokens": 10, "outputTokens": 1},
               {"name": "leaf", "subjects": 2, "inputTokens": 10, "outputTokens": 1e99},
               {"name": "top", "subjects": 2, "inputTokens": 10,
                "sharedPrefixTokens": 11},
               7
             ],
             "subjects": 3}
            """);

    var refused = catchThrowableOfType(UnusableFileException.class, () -> Workload.read(file));

    assertThat(refused.diagnostics())
        .extracting(problem -> problem.location().line() + " " + problem.message())
        .contains(
            "2 expected \"outputPerMTok\", a number from 0 to 1,000,000,000 with at most 12"
                + " decimal places; found true",
            "4 expected \"subjects\", a whole number from 1 to 2,000,000; found 0",
            "5 expected \"name\", a name no level before has; found the text \"leaf\"",
            "5 expected \"outputTokens\", a whole number from 0 to 100,000,000; found 1E+99",
            "6 expected \"outputTokens\", a whole number from 0 to 100,000,000; it is missing",
            "7 expected \"sharedPrefixTokens\", at most the inputTokens, 10; found 11",
            "8 expected a level, an object; found 7",
            "10 a workload has no \"subjects\"");
    assertThat(refused.diagnostics()).extracting(Diagnostic::hint).doesNotContain("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]| expected a workload, an object; found an empty array",
        "{\"inputPerMTok\":1,\"outputPerMTok\":1}| expected \"levels\", an array with at least one",
        "{\"inputPerMTok\":1,\"outputPerMTok\":1,\"levels\":[]}| found an empty array"
      })
  void a_file_without_levels_is_refused(String text, String message) throws Exception {
    Path file = file(text);

    assertThat(catchThrowableOfType(UnusableFileException.class, () -> Workload.read(file)))
        .hasMessageContaining(message);
  }

  @Test
  void more_subjects_than_can_be_planned_are_refused() {
    assertThat(
            catchThrowableOfType(UnusableFileException.class, () -> levels(1_500_000, 1_500_000)))
        .hasMessageContaining("at most 2000000 in all levels together");
  }

  private static List<Subject> parents(List<Subject> nodes) {
    return nodes.stream().filter(node -> node.height() > 0).toList();
  }

  private Workload levels(int... subjects) throws IOException, UnusableFileException {
    List<String> levels =
        IntStream.range(0, subjects.length)
            .mapToObj(height ->
                "{\"name\":\"l%d\",\"subjects\":%d,\"inputTokens\":1,\"outputTokens\":1}"
                    .formatted(height, subjects[height]))
            .toList();
    return Workload.read(
        file("{\"inputPerMTok\":3,\"outputPerMTok\":15,\"levels\":" + levels + "}"));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("workload.json"), text);
  }
}
