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

  static final Set<String> FIELDS =
      Set.of(
          "about",
          "activation",
          "aggregation",
          "allOf",
          "allowedAnswers",
          "alsoAt",
          "annotations",
          "asks",
          "atMost",
          "attachedTo",
          "behavior",
          "binding",
          "boundaryEvents",
          "calls",
          "candidateGroups",
          "carries",
          "caseRef",
          "category",
          "children",
          "choices",
          "class",
          "closed",
          "code",
          "collection",
          "collects",
          "compensatedBy",
          "compensates",
          "condition",
          "connector",
          "correlatedBy",
          "data",
          "decision",
          "decisionId",
          "decisionRef",
          "default",
          "described",
          "description",
          "detail",
          "document",
          "documentation",
          "element",
          "elements",
          "endsWith",
          "events",
          "executable",
          "expression",
          "fidelity",
          "field",
          "flow",
          "flowDocumentation",
          "flowSteps",
          "forCompensation",
          "form",
          "formId",
          "formKey",
          "formRef",
          "format",
          "from",
          "globalTask",
          "groups",
          "hitPolicy",
          "implementation",
          "incoming",
          "inputs",
          "interfaces",
          "item",
          "kind",
          "label",
          "knowledge",
          "lane",
          "language",
          "link",
          "linked",
          "listeners",
          "logic",
          "loop",
          "message",
          "method",
          "multiplicity",
          "name",
          "next",
          "nonInterrupting",
          "notAwaited",
          "note",
          "on",
          "operation",
          "order",
          "otherwise",
          "outline",
          "outgoing",
          "outputs",
          "parts",
          "performers",
          "pool",
          "process",
          "properties",
          "question",
          "reads",
          "receives",
          "recursion",
          "remainingGoOn",
          "required",
          "requires",
          "resultVariable",
          "role",
          "roles",
          "ruleFlowGroup",
          "rules",
          "rulesLeftOut",
          "scheduling",
          "sends",
          "service",
          "sources",
          "startedBy",
          "startsProcess",
          "steps",
          "stepsLeftOut",
          "subject",
          "summary",
          "target",
          "template",
          "templateVersion",
          "testedFirst",
          "text",
          "then",
          "timer",
          "to",
          "topic",
          "triggeredByEvent",
          "type",
          "until",
          "uses",
          "values",
          "versionTag",
          "visibility",
          "when",
          "within",
          "writes");

  private static final List<String> FILES =
      List.of("billing.bpmn", "claim.bpmn", "onboard.bpmn", "order.bpmn");

  private static final List<Request> REQUESTS = new ArrayList<>();

  @BeforeAll
  static void render() throws Exception {
    Landscape landscape = new LandscapeReader().read(GoldenFactsTest.CASES);
    Requests.all(landscape, Requests.SETTINGS)
        .values()
        .forEach(ready -> REQUESTS.add(ready.request()));
    Requests.ofOutlines(landscape).values().forEach(ready -> REQUESTS.add(ready.request()));
  }

  @Test
  void no_script_assignee_property_or_coordinate_is_in_a_request() {
    for (Request request : REQUESTS) {
      assertThat(RequestJson.of(request).toString()).doesNotContain("4711");
    }
  }

  @Test
  void no_id_and_no_file_name_is_in_a_request() throws Exception {
    List<String> names = new ArrayList<>(FILES);
    names.add("userTaskForm");
    for (String file : FILES) {
      String xml = Files.readString(GoldenFactsTest.CASES.resolve(file));
      RewrittenFile.collectIds(RewrittenFile.parse(xml).getDocumentElement(), names);
    }
    assertThat(names).hasSizeGreaterThan(150);
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
