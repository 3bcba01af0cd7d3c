package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The outputs of `bpmndoc landscape`, on the golden folders.
class LandscapeReportTest {

  private static Landscape landscape(String name) throws UnreadableLandscape {
    return new LandscapeReader().read(Path.of("src/test/resources/landscapes", name));
  }

  private static List<String> names(JsonNode node) {
    return List.copyOf(node.propertyNames());
  }

  @Test
  void json_has_the_pinned_names_in_the_pinned_order() throws Exception {
    JsonNode json = LandscapeJson.of(LandscapeReport.of(landscape("links")));

    assertThat(names(json))
        .containsExactly(
            "directory",
            "files",
            "processes",
            "nodes",
            "calls",
            "hierarchy",
            "subjects",
            "dependencies",
            "heights",
            "diagnostics",
            "decisions");
    assertThat(names(json.get("files")))
        .containsExactly("candidates", "parsed", "malformed", "otherRoot");
    assertThat(names(json.get("processes")))
        .containsExactly("total", "distinctIds", "duplicateIds");
    assertThat(names(json.get("nodes"))).containsExactly("total", "byType");
    assertThat(names(json.get("calls")))
        .containsExactly(
            "total",
            "resolved",
            "unresolved",
            "expression",
            "missingTarget",
            "globalTask",
            "ambiguous",
            "list",
            "sameFile",
            "otherFile",
            "linkedByOtherRules",
            "byRule");
    assertThat(names(json.get("calls").get("list").get(0)))
        .containsExactly(
            "caller",
            "file",
            "line",
            "element",
            "name",
            "target",
            "status",
            "rule",
            "confidence",
            "resolvedTo",
            "exactStatus",
            "definedIn",
            "candidates");
    assertThat(names(json.get("hierarchy")))
        .containsExactly("maxDepth", "levels", "roots", "cycles", "followed");
    assertThat(names(json.get("diagnostics").get(0)))
        .containsExactly("severity", "code", "file", "line", "message", "hint");
  }

  @Test
  void calls_are_listed_with_what_became_of_them() throws Exception {
    JsonNode calls = LandscapeJson.of(LandscapeReport.of(landscape("links"))).get("calls");

    assertThat(calls.get("list").get(1).toString())
        .isEqualTo(
            "{\"caller\":\"order\",\"file\":\"order.bpmn\",\"line\":6,\"element\":\"qname\","
                + "\"name\":\"Bill by QName\",\"target\":\"b:billing\",\"status\":\"resolved\","
                + "\"rule\":\"qname-local-part\",\"confidence\":0.95,"
                + "\"resolvedTo\":\"sub/billing.bpmn#billing\",\"exactStatus\":\"resolved\","
                + "\"definedIn\":\"otherFile\",\"candidates\":[]}");
    assertThat(calls.get("list").get(8).toString())
        .isEqualTo(
            "{\"caller\":\"order\",\"file\":\"order.bpmn\",\"line\":19,\"element\":\"missing\","
                + "\"name\":\"Whatever\",\"target\":null,\"status\":\"missingTarget\","
                + "\"rule\":null,\"confidence\":null,\"resolvedTo\":null,"
                + "\"exactStatus\":\"missingTarget\",\"definedIn\":null,\"candidates\":[]}");
    assertThat(calls.get("resolved").asInt()).isEqualTo(5);
    assertThat(calls.get("unresolved").asInt()).isEqualTo(2);
    assertThat(calls.get("expression").asInt()).isEqualTo(3);
    assertThat(calls.get("missingTarget").asInt()).isEqualTo(1);
    assertThat(calls.get("globalTask").asInt()).isEqualTo(2);
    assertThat(calls.get("total").asInt()).isEqualTo(13);
  }

  @Test
  void counts_are_by_exact_ids_and_what_other_rules_add_is_apart() throws Exception {
    JsonNode json = LandscapeJson.of(LandscapeReport.of(landscape("names")));

    JsonNode calls = json.get("calls");
    assertThat(calls.get("resolved").asInt()).isZero();
    assertThat(calls.get("ambiguous").asInt()).isZero();
    assertThat(calls.get("missingTarget").asInt()).isEqualTo(18);
    assertThat(calls.get("linkedByOtherRules").asInt()).isEqualTo(10);
    assertThat(calls.get("byRule").toString()).isEqualTo("{\"call-name\":2,\"file-name\":8}");
    assertThat(json.get("hierarchy").get("levels").toString()).isEqualTo("[13]");
    assertThat(json.get("hierarchy").get("followed").get("levels").toString()).isEqualTo("[11,2]");
    assertThat(json.get("heights").size()).isEqualTo(3);
  }

  @Test
  void a_call_to_the_same_file_to_another_and_to_several_are_told_apart() throws Exception {
    JsonNode calls = LandscapeJson.of(LandscapeReport.of(landscape("duplicates"))).get("calls");

    assertThat(calls.get("list").valueStream().map(call -> call.get("definedIn").asString()))
        .containsExactly("severalFiles", "sameFile", "sameFile");
    assertThat(calls.get("list").get(0).get("candidates").size()).isEqualTo(2);
    assertThat(calls.get("sameFile").asInt()).isEqualTo(1);
    assertThat(calls.get("otherFile").asInt()).isZero();
  }

  @Test
  void text_says_which_rules_linked_when_ids_alone_did_not() throws Exception {
    Landscape landscape = landscape("links-file");

    assertThat(LandscapeText.of(landscape, LandscapeReport.of(landscape)))
        .contains(
            """
              calls           9   6 resolved, 1 unresolved, 1 ambiguous, 1 to none of these
            """)
        .contains("  links           6   5 by person, 1 by call-name\n");
  }

  @Test
  void text_shows_counts_the_tree_of_processes_and_what_to_look_at() throws Exception {
    Landscape landscape = landscape("shared");

    assertThat(LandscapeText.of(landscape, LandscapeReport.of(landscape)))
        .isEqualTo(
            """
            %s

              files           3   3 read
              processes       3   3 different ids
              nodes           8   4 callActivity, 3 process, 1 task
              calls           4   4 resolved
              levels          3   1 at 0, 1 at 1, 1 at 2
              depth           5   1 root
              subjects        4   4 dependencies
              heights         3   2 at 0, 1 at 1, 1 at 2

            Processes and whom they call
              Caller b  b.bpmn
                Leaf  leaf.bpmn  (called by 2)
                Caller a  a.bpmn
                  Leaf  leaf.bpmn  (again)
            """
                .formatted(landscape.directory()));
  }

  @Test
  void text_shows_recursion_in_the_tree_and_names_the_edge_below_it() throws Exception {
    Landscape landscape = landscape("recursion");

    assertThat(LandscapeText.of(landscape, LandscapeReport.of(landscape)))
        .contains(
            """
              outside  mutual.bpmn
                pong  mutual.bpmn  (called by 2)
                  ping  mutual.bpmn
                    pong  mutual.bpmn  (recursion)
              Calls itself  self.bpmn
                Calls itself  self.bpmn  (recursion)
            """)
        .contains(
            "To look at: 3 notes\n"
                + "  3 notes: recursion-cut\n"
                + "    mutual.bpmn:4: recursion: \"toPong\"");
  }

  @Test
  void text_lets_no_name_move_the_cursor(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("a.bpmn"),
        """
        <?xml version="1.1"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="p" name="&#x1B;[2J&#x202E;evil">
            <callActivity id="c" name="c" calledElement="x&#x1B;y&#10;z"/>
          </process>
        </definitions>
        """);
    Landscape landscape = new LandscapeReader().read(folder);

    String text = LandscapeText.of(landscape, LandscapeReport.of(landscape));

    assertThat(text).contains("\uFFFD[2J\uFFFDevil", "calls process \"x y z\", which");
    assertThat(text).doesNotContain("\u001B", "\u202E");
  }
}
