package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What may leave the machine is on a list. In the files of `facts`, whatever must not has 4711 in
/// it.
class AllowListTest {

  private static final Set<String> FIELDS =
      Set.of(
          "about",
          "alsoAt",
          "annotations",
          "attachedTo",
          "boundaryEvents",
          "calls",
          "children",
          "class",
          "condition",
          "data",
          "decisionId",
          "decisionRef",
          "default",
          "detail",
          "document",
          "documentation",
          "element",
          "endsWith",
          "events",
          "fidelity",
          "field",
          "flow",
          "form",
          "formId",
          "formKey",
          "formRef",
          "from",
          "globalTask",
          "implementation",
          "incoming",
          "inputs",
          "kind",
          "lane",
          "linked",
          "loop",
          "message",
          "name",
          "next",
          "nonInterrupting",
          "note",
          "outgoing",
          "outputs",
          "pool",
          "process",
          "reads",
          "receives",
          "recursion",
          "required",
          "resultVariable",
          "roles",
          "sends",
          "startedBy",
          "subject",
          "summary",
          "target",
          "text",
          "then",
          "to",
          "topic",
          "triggeredByEvent",
          "type",
          "within",
          "writes",
          "flowSteps");

  private static final List<Request> REQUESTS = new ArrayList<>();

  @BeforeAll
  static void render() throws Exception {
    Landscape landscape = new LandscapeReader().read(GoldenFactsTest.CASES);
    Requests.all(landscape, Requests.SETTINGS)
        .values()
        .forEach(ready -> REQUESTS.add(ready.request()));
  }

  @Test
  void no_script_assignee_property_or_coordinate_is_in_a_request() {
    for (Request request : REQUESTS) {
      assertThat(RequestJson.of(request).toString()).doesNotContain("4711");
    }
  }

  @Test
  void no_id_and_no_file_name_is_in_a_request() throws Exception {
    List<String> names = new ArrayList<>(List.of("order.bpmn", "billing.bpmn", "userTaskForm"));
    for (String file : List.of("order.bpmn", "billing.bpmn")) {
      String xml = Files.readString(GoldenFactsTest.CASES.resolve(file));
      RewrittenFile.collectIds(RewrittenFile.parse(xml).getDocumentElement(), names);
    }
    assertThat(names).hasSizeGreaterThan(80);
    for (Request request : REQUESTS) {
      assertThat(request.facts()).doesNotContain(names);
    }
  }

  @Test
  void facts_have_no_fields_but_those_on_the_list() {
    Set<String> found = new TreeSet<>();
    REQUESTS.forEach(request -> collect(Requests.facts(request), found));

    assertThat(FIELDS).containsAll(found);
  }

  private static void collect(JsonNode json, Set<String> fields) {
    json.properties().forEach(field -> fields.add(field.getKey()));
    json.forEach(inner -> collect(inner, fields));
  }
}
