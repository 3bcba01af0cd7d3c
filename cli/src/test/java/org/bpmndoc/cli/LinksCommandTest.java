package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `bpmndoc links`, and the links file in the commands that read a landscape.
class LinksCommandTest {

  @TempDir Path folder;
  private Path models;
  private Path file;

  @BeforeEach
  void drawModels() throws Exception {
    models = Files.createDirectory(folder.resolve("models"));
    file = models.resolve("bpmndoc-links.yaml");
    draw(
        "loan.bpmn",
        "loan",
        """
        <callActivity id="rating" name="Rate"/>
        <callActivity id="other" name="Somebody else"/>
        """);
    draw("rating.bpmn", "Process_1", "<task id=\"t\" name=\"Look\"/>");
    draw("manual-rating.bpmn", "Process_2", "<task id=\"t\" name=\"Think\"/>");
  }

  private void draw(String name, String id, String content) throws Exception {
    Files.writeString(
        models.resolve(name),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="%s" name="%s">%s</process>
        </definitions>
        """
            .formatted(id, id, content));
  }

  private JsonNode call(String element, Object... options) {
    Object[] args =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("landscape", models, "--json"),
                java.util.stream.Stream.of(options))
            .toArray();
    return Invocation.of(args)
        .json()
        .get("calls")
        .get("list")
        .valueStream()
        .filter(line -> line.get("element").asString().equals(element))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void proposals_are_shown_and_nothing_is_written() {
    Invocation shown = Invocation.of("links", models);
    JsonNode json = Invocation.of("links", models, "--json").json();

    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out())
        .contains("loan.bpmn#rating", "rating.bpmn#Process_1  file-name 0.75", "Nothing found (1)");
    assertThat(json.get("proposals").get(0).get("resolvedTo").asString())
        .isEqualTo("rating.bpmn#Process_1");
    assertThat(json.get("written").asInt()).isZero();
    assertThat(file).doesNotExist();
  }

  @Test
  void written_proposals_are_a_person_s_word_from_then_on() throws Exception {
    assertThat(call("rating").get("rule").asString()).isEqualTo("file-name");

    Invocation written = Invocation.of("links", models, "--write");

    assertThat(written.out()).contains("1 links written to " + file);
    assertThat(call("rating").get("rule").asString()).isEqualTo("person");
    String text = Files.readString(file);
    assertThat(Invocation.of("links", models, "--write").out()).contains("0 links written");
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void a_map_is_imported() throws Exception {
    Path map = folder.resolve("bpmn-map.json");
    Files.writeString(
        map,
        """
        {"processes": [{"bpmn_file": "loan.bpmn", "call_activities": [
          {"bpmn_id": "rating", "subprocess_bpmn_file": "manual-rating.bpmn"},
          {"bpmn_id": "gone", "subprocess_bpmn_file": "manual-rating.bpmn"}]}]}
        """);

    Invocation imported = Invocation.of("links", models, "--import", map);

    assertThat(imported.exitCode()).isZero();
    assertThat(imported.err()).contains("\"loan.bpmn#gone\" is no call activity");
    assertThat(call("rating").get("resolvedTo").asString())
        .isEqualTo("manual-rating.bpmn#Process_2");
    assertThat(call("rating").get("rule").asString()).isEqualTo("person");
  }

  @Test
  void another_file_can_be_named_and_must_be_there() throws Exception {
    Path other = folder.resolve("other.yaml");
    assertThat(Invocation.of("landscape", models, "--links", other).exitCode()).isEqualTo(2);

    Files.writeString(other, "links: {loan.bpmn#rating: none}");

    assertThat(call("rating", "--links", other).get("status").asString()).isEqualTo("none");
    assertThat(call("rating").get("status").asString()).isEqualTo("resolved");
  }

  @Test
  void documents_are_written_along_the_links_and_changed_ones_ask_only_the_caller_again()
      throws Exception {
    assertThat(Invocation.of("generate", models, "--json").json().get("subjects").asInt())
        .isEqualTo(6);
    Files.writeString(file, "links:\n  loan.bpmn#other: Process_2\n");

    JsonNode again = Invocation.of("generate", models, "--json").json();

    assertThat(again.get("subjects").asInt()).isEqualTo(5);
    assertThat(again.get("documented").asInt()).isEqualTo(1);
    assertThat(again.get("reused").asInt()).isEqualTo(4);
    assertThat(Files.readString(models.resolve("bpmndoc-site/index.html"))).contains("Process_2");
  }

  @Test
  void a_links_file_that_cannot_be_understood_stops_what_costs_money_and_nothing_else()
      throws Exception {
    Files.writeString(file, "links:\n  loan.bpmn#rating: [a, b]\n");

    for (String command : List.of("generate", "plan")) {
      Invocation refused = Invocation.of(command, models);
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains("bpmndoc-links.yaml:2: expected CALL: PROCESS");
    }
    Invocation shown = Invocation.of("landscape", models, "--json");
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.json().get("diagnostics").get(0).get("file").asString())
        .isEqualTo("bpmndoc-links.yaml");
    assertThat(Invocation.of("links", models, "--write").exitCode()).isEqualTo(2);
  }
}
