package org.bpmndoc.landscape;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.xml.Diagnostic;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The report as JSON, in the names and the order that other programs rely on. What is absent is
/// null.
public final class LandscapeJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private LandscapeJson() {}

  public static ObjectNode of(LandscapeReport report) {
    ObjectNode json = NODES.objectNode();
    json.put("directory", report.directory());
    json.set("files", files(report.files()));
    json.set("processes", processes(report.processes()));
    json.set("nodes", nodes(report.nodes()));
    json.set("calls", calls(report.calls()));
    ObjectNode hierarchy = hierarchy(report.hierarchy());
    hierarchy.set("followed", hierarchy(report.followed()));
    json.set("hierarchy", hierarchy);
    json.put("subjects", report.subjects());
    json.put("dependencies", report.dependencies());
    json.set("heights", numbers(report.heights()));
    json.set("diagnostics", diagnostics(report.diagnostics()));
    json.set("decisions", decisions(report.decisions()));
    return json;
  }

  /// Diagnostics as every command prints them.
  public static ArrayNode diagnostics(List<Diagnostic> diagnostics) {
    ArrayNode json = NODES.arrayNode();
    for (Diagnostic diagnostic : diagnostics) {
      json.addObject()
          .put("severity", diagnostic.severity().name().toLowerCase(java.util.Locale.ROOT))
          .put("code", diagnostic.code())
          .put("file", diagnostic.location().file())
          .put("line", diagnostic.location().line())
          .put("message", diagnostic.message())
          .put("hint", diagnostic.hint());
    }
    return json;
  }

  private static ObjectNode files(Landscape.FileCounts files) {
    return NODES
        .objectNode()
        .put("candidates", files.candidates())
        .put("parsed", files.parsed())
        .put("malformed", files.malformed())
        .put("otherRoot", files.otherRoot());
  }

  private static ObjectNode decisions(DecisionReport decisions) {
    ObjectNode json = NODES.objectNode();
    json.set("files", files(decisions.files()));
    json.put("total", decisions.total());
    ObjectNode byLogic = json.putObject("byLogic");
    decisions.byLogic().forEach((form, count) -> byLogic.put(form, count));
    json.put("rules", decisions.rules());
    json.putObject("calls")
        .put("total", decisions.calls().total())
        .put("resolved", decisions.calls().resolved())
        .put("unresolved", decisions.calls().unresolved())
        .put("expression", decisions.calls().expression())
        .put("ambiguous", decisions.calls().ambiguous());
    return json;
  }

  private static ObjectNode processes(LandscapeReport.Processes processes) {
    return NODES
        .objectNode()
        .put("total", processes.total())
        .put("distinctIds", processes.distinctIds())
        .put("duplicateIds", processes.duplicateIds());
  }

  private static ObjectNode nodes(LandscapeReport.Nodes nodes) {
    ObjectNode json = NODES.objectNode().put("total", nodes.total());
    ObjectNode byType = json.putObject("byType");
    nodes.byType().forEach((type, count) -> byType.put(type, count));
    return json;
  }

  private static ObjectNode calls(LandscapeReport.Calls calls) {
    ObjectNode json =
        NODES
            .objectNode()
            .put("total", calls.total())
            .put("resolved", calls.resolved())
            .put("unresolved", calls.unresolved())
            .put("expression", calls.expression())
            .put("missingTarget", calls.missingTarget())
            .put("globalTask", calls.globalTask())
            .put("ambiguous", calls.ambiguous());
    ArrayNode list = json.putArray("list");
    calls.list().forEach(call -> list.add(call(call)));
    json.put("sameFile", calls.sameFile())
        .put("otherFile", calls.otherFile())
        .put("linkedByOtherRules", calls.linkedByOtherRules());
    ObjectNode byRule = json.putObject("byRule");
    calls.byRule().forEach((rule, count) -> byRule.put(rule, count));
    return json;
  }

  private static ObjectNode call(LandscapeReport.CallLine call) {
    ObjectNode json =
        NODES
            .objectNode()
            .put("caller", call.caller())
            .put("file", call.file())
            .put("line", call.line())
            .put("element", call.element())
            .put("name", call.name());
    putText(json, "target", call.target());
    json.put("status", call.status());
    putText(json, "rule", call.rule());
    call.confidence()
        .ifPresentOrElse(
            confidence -> json.put("confidence", confidence), () -> json.putNull("confidence"));
    putText(json, "resolvedTo", call.resolvedTo().map(SubjectId::value));
    json.put("exactStatus", call.exactStatus());
    putText(json, "definedIn", call.definedIn());
    json.set("candidates", candidates(call.candidates()));
    return json;
  }

  static ArrayNode candidates(List<Call.Candidate> candidates) {
    ArrayNode json = NODES.arrayNode();
    candidates.forEach(candidate ->
        json.addObject()
            .put("process", candidate.process().value())
            .put("rule", candidate.rule().label())
            .put("confidence", candidate.confidence()));
    return json;
  }

  private static void putText(ObjectNode json, String name, Optional<String> value) {
    value.ifPresentOrElse(text -> json.put(name, text), () -> json.putNull(name));
  }

  private static ObjectNode hierarchy(LandscapeReport.Hierarchy hierarchy) {
    ObjectNode json = NODES.objectNode().put("maxDepth", hierarchy.maxDepth());
    json.set("levels", numbers(hierarchy.levels()));
    json.set("roots", ids(hierarchy.roots()));
    ArrayNode cycles = json.putArray("cycles");
    hierarchy.cycles().forEach(cycle -> cycles.add(ids(cycle)));
    return json;
  }

  private static ArrayNode numbers(List<Integer> numbers) {
    ArrayNode json = NODES.arrayNode();
    numbers.forEach(number -> json.add(number));
    return json;
  }

  private static ArrayNode ids(List<SubjectId> ids) {
    ArrayNode json = NODES.arrayNode();
    ids.forEach(id -> json.add(id.value()));
    return json;
  }
}
