package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bpmndoc.graph.DependencyGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares our counts with those that an independent script made of real files.
class CorporaTest {

  private static final Path CORPORA =
      Path.of(System.getProperty("bpmndoc.root", ".")).resolve("../shared/corpora").normalize();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cf-multiapps",
        "hmcts-civil",
        "process-engine-studio",
        "miwg-reference",
        "mortgage-se-2025.11.29",
        "bpmn-for-research",
        "camunda-consulting",
        "hard",
        "ALL"
      })
  void counts_equal_those_of_an_independent_script(String corpus) throws Exception {
    Path expectedFile = CORPORA.resolve("_expected").resolve(corpus + ".json");
    assumeTrue(Files.exists(expectedFile), "no corpora beside the repository");
    JsonNode expected = JsonMapper.shared().readTree(expectedFile);
    Path folder = corpus.equals("ALL") ? CORPORA : CORPORA.resolve(corpus);

    Landscape landscape = new LandscapeReader().read(folder);

    assertThat(counted(LandscapeReport.of(landscape))).isEqualTo(expected(expected));
    assertThat(countedAsTheScriptFollows(landscape)).isEqualTo(expectedOfHierarchy(expected));
  }

  /// The script follows an ambiguous call to all that could be meant, and counts as roots what
  /// nobody calls, itself included: with these two rules our hierarchy is its own.
  private static Map<String, Object> countedAsTheScriptFollows(Landscape landscape) {
    Map<SubjectId, List<SubjectId>> called = new HashMap<>();
    for (Call call : landscape.calls()) {
      List<SubjectId> all = called.computeIfAbsent(call.caller(), _ -> new ArrayList<>());
      switch (call.exact()) {
        case Call.Link.Resolved resolved -> all.add(resolved.process());
        case Call.Link.Ambiguous several ->
            several.candidates().forEach(candidate -> all.add(candidate.process()));
        case Call.Link.Unresolved _,
            Call.Link.ByExpression _,
            Call.Link.MissingTarget _,
            Call.Link.GlobalTask _,
            Call.Link.None _ -> {}
      }
    }
    DependencyGraph<SubjectId> graph =
        DependencyGraph.of(landscape.callGraph().nodes(), id -> called.getOrDefault(id, List.of()));
    Map<String, Object> counts = new TreeMap<>();
    counts.put(
        "roots", graph.nodes().stream().filter(id -> graph.allParents(id).isEmpty()).count());
    counts.put("levels", Condensed.of(graph).processesPerLevel());
    counts.put("cycles", graph.cycles().size());
    return counts;
  }

  private static Map<String, Object> expectedOfHierarchy(JsonNode expected) {
    JsonNode hierarchy = expected.get("hierarchy");
    Map<String, Object> counts = new TreeMap<>();
    counts.put("roots", expected.get("processes").get("roots_never_called").asLong());
    counts.put(
        "levels", hierarchy.get("processes_per_level").valueStream().map(JsonNode::asInt).toList());
    counts.put("cycles", hierarchy.get("cycles").asInt());
    return counts;
  }

  private static Map<String, Object> counted(LandscapeReport report) {
    Map<String, Object> counts = new TreeMap<>();
    counts.put("files.candidates", report.files().candidates());
    counts.put("files.parsed", report.files().parsed());
    counts.put("files.malformed", report.files().malformed());
    counts.put("files.otherRoot", report.files().otherRoot());
    counts.put("processes.total", report.processes().total());
    counts.put("processes.distinctIds", report.processes().distinctIds());
    counts.put("processes.duplicateIds", report.processes().duplicateIds());
    counts.put("nodes.total", report.nodes().total());
    report.nodes().byType().forEach((type, count) -> counts.put("nodes." + type, count));
    LandscapeReport.Calls calls = report.calls();
    counts.put("calls.total", calls.total());
    counts.put("calls.resolvedOrAmbiguous", calls.resolved() + calls.ambiguous());
    counts.put("calls.ambiguous", calls.ambiguous());
    counts.put("calls.unresolved", calls.unresolved());
    counts.put("calls.expression", calls.expression());
    counts.put("calls.missingTarget", calls.missingTarget());
    counts.put("calls.globalTask", calls.globalTask());
    counts.put("hierarchy.cycles", report.hierarchy().cycles().size());
    // Where calls are ambiguous the script follows all owners and we follow none.
    if (calls.ambiguous() == 0) {
      counts.put("calls.sameFile", calls.sameFile());
      counts.put("calls.otherFile", calls.otherFile());
      counts.put("hierarchy.maxDepth", report.hierarchy().maxDepth());
      for (int level = 0; level < report.hierarchy().levels().size(); level++) {
        counts.put("hierarchy.level." + level, report.hierarchy().levels().get(level));
      }
    }
    return counts;
  }

  /// The script counts an ambiguous call as resolved, and as ambiguous besides.
  private static Map<String, Object> expected(JsonNode expected) {
    Map<String, Object> counts = new TreeMap<>();
    JsonNode files = expected.get("files");
    counts.put("files.candidates", files.get("candidates").asInt());
    counts.put("files.parsed", files.get("parsed").asInt());
    counts.put("files.malformed", files.get("malformed").asInt());
    counts.put("files.otherRoot", files.get("other_root").asInt());
    JsonNode processes = expected.get("processes");
    counts.put("processes.total", processes.get("total").asInt());
    counts.put("processes.distinctIds", processes.get("distinct_ids").asInt());
    counts.put("processes.duplicateIds", processes.get("ids_defined_more_than_once").asInt());
    JsonNode nodes = expected.get("nodes");
    counts.put("nodes.total", nodes.get("total").asInt());
    nodes
        .get("by_type")
        .properties()
        .forEach(type -> counts.put("nodes." + type.getKey(), type.getValue().asInt()));
    JsonNode calls = expected.get("calls");
    counts.put("calls.total", calls.get("total").asInt());
    counts.put("calls.resolvedOrAmbiguous", calls.get("resolved").asInt());
    counts.put("calls.ambiguous", calls.get("ambiguous").asInt());
    counts.put("calls.unresolved", calls.get("unresolved").asInt());
    counts.put("calls.expression", calls.get("expression").asInt());
    counts.put("calls.missingTarget", calls.get("missing_target").asInt());
    counts.put("calls.globalTask", calls.get("resolved_to_global_task").asInt());
    JsonNode hierarchy = expected.get("hierarchy");
    counts.put("hierarchy.cycles", hierarchy.get("cycles").asInt());
    if (calls.get("ambiguous").asInt() == 0) {
      counts.put("calls.sameFile", calls.get("resolved_same_file").asInt());
      counts.put("calls.otherFile", calls.get("resolved_other_file").asInt());
      counts.put("hierarchy.maxDepth", hierarchy.get("max_depth_nodes").asInt());
      hierarchy
          .get("processes_per_level")
          .properties()
          .forEach(
              level -> counts.put("hierarchy.level." + level.getKey(), level.getValue().asInt()));
    }
    return counts;
  }
}
