package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The main job on the mortgage example, without a key.
class MainJobTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "multi-stage", "direct"})
  void the_mortgage_example_is_documented_to_the_last_subject(String strategy) {
    Path mortgage = Invocation.example("mortgage", folder);

    JsonNode report = Invocation.of("generate", mortgage, "--strategy", strategy, "--json").json();

    int subjects = report.get("subjects").asInt();
    assertThat(subjects).isGreaterThanOrEqualTo(90);
    assertThat(report.get("documented").asInt() + report.get("reused").asInt()).isEqualTo(subjects);
    assertThat(report.get("state").asString()).isEqualTo("done");
    assertThat(report.get("problems")).isEmpty();
    assertThat(report.get("costUsd").asInt()).isZero();
    JsonNode requests = report.get("requests");
    switch (strategy) {
      case "direct" -> assertThat(requests.get("batch").asInt()).isZero();
      case "multi-stage" -> assertThat(requests.get("direct").asInt()).isZero();
      default -> assertThat(report.get("waits").asInt()).isEqualTo(1);
    }
  }

  @Test
  void a_second_run_sends_nothing_and_leaves_every_page_alone() throws Exception {
    Path hello = Invocation.example("hello", folder);
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();
    Map<String, Object> before = pages(hello.resolve("bpmndoc-site"));

    JsonNode again = Invocation.of("generate", hello, "--json").json();

    assertThat(again.get("documented").asInt()).isZero();
    assertThat(again.get("reused")).isEqualTo(again.get("subjects"));
    assertThat(again.get("requests").get("batch").asInt()).isZero();
    assertThat(again.get("requests").get("direct").asInt()).isZero();
    assertThat(pages(hello.resolve("bpmndoc-site"))).isEqualTo(before);
  }

  @Test
  void force_writes_again_all_or_just_one() {
    Path hello = Invocation.example("hello", folder);
    JsonNode first = Invocation.of("generate", hello, "--json").json();
    String leaf =
        Invocation.of("plan", hello, "--provider", "anthropic", "--subjects", "--json")
            .json()
            .get("subjectList")
            .valueStream()
            .filter(subject -> subject.get("dependsOn").isEmpty())
            .findFirst()
            .orElseThrow()
            .get("subject")
            .asString();

    JsonNode all = Invocation.of("generate", hello, "--force", "--json").json();
    JsonNode one = Invocation.of("generate", hello, "--force", "--only", leaf, "--json").json();

    assertThat(all.get("documented")).isEqualTo(first.get("subjects"));
    assertThat(one.get("documented").asInt()).isEqualTo(1);
    assertThat(one.get("subjects").asInt()).isEqualTo(1);
  }

  @Test
  void the_same_landscape_gives_the_same_pages_to_the_byte() throws Exception {
    Path first = Invocation.example("hello", folder.resolve("a"));
    Path second = Invocation.example("hello", folder.resolve("b"));
    assertThat(Invocation.of("generate", first).exitCode()).isZero();
    assertThat(Invocation.of("generate", second, "--strategy", "direct").exitCode()).isZero();

    Invocation.of("site", first, "--out", folder.resolve("pages"));
    Map<String, String> texts = texts(first.resolve("bpmndoc-site"));

    assertThat(texts(folder.resolve("pages"))).isEqualTo(texts);
    assertThat(texts(second.resolve("bpmndoc-site")).keySet()).isEqualTo(texts.keySet());
  }

  @Test
  void a_file_that_cannot_be_read_is_told_and_the_others_are_documented() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Files.writeString(hello.resolve("broken.bpmn"), "<definitions><process");
    Files.writeString(hello.resolve("rules.dmn"), "<definitions><decision");

    Invocation generated = Invocation.of("generate", hello);
    JsonNode report = Invocation.of("generate", hello, "--json").json();

    assertThat(generated.exitCode()).isZero();
    assertThat(generated.err()).contains("broken.bpmn:1: ");
    assertThat(generated.err()).contains("rules.dmn:1: ");
    assertThat(generated.out()).contains("2 files of 3 could not be read");
    assertThat(report.get("files").get("malformed").asInt()).isEqualTo(2);
    assertThat(hello.resolve("bpmndoc-site/index.html"))
        .content()
        .contains("2 files of 3 could not be read", "broken.bpmn:1", "rules.dmn:1");
    assertThat(report.get("reused")).isEqualTo(report.get("subjects"));
  }

  @Test
  void swedish_is_written_where_it_is_asked_for() {
    Path hello = Invocation.example("hello", folder);

    assertThat(Invocation.of("generate", hello, "--language", "sv").exitCode()).isZero();

    assertThat(hello.resolve("bpmndoc-site/index.html")).content().contains("lang=\"sv\"");
  }

  private static Map<String, Object> pages(Path site) throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      Map<String, Object> times = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        times.put(site.relativize(file).toString(), Files.getLastModifiedTime(file));
      }
      return times;
    }
  }

  private static Map<String, String> texts(Path site) throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      Map<String, String> texts = new TreeMap<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        texts.put(site.relativize(file).toString(), Files.readString(file));
      }
      return texts;
    }
  }
}
