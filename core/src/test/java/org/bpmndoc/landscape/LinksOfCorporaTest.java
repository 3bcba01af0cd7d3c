package org.bpmndoc.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bpmndoc.landscape.Call.Link;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rules that compare names, on real files.
class LinksOfCorporaTest {

  private static final Path CORPORA =
      Path.of(System.getProperty("bpmndoc.root", ".")).resolve("../shared/corpora").normalize();

  private static Landscape landscape(String corpus) throws Exception {
    Path folder = CORPORA.resolve(corpus);
    assumeTrue(Files.isDirectory(folder), "no corpora beside the repository");
    return new LandscapeReader().read(folder);
  }

  @Test
  void every_call_of_a_bank_s_mortgage_is_linked_as_its_author_says() throws Exception {
    Landscape landscape = landscape("mortgage-se-2025.11.29");

    assertThat(landscape.calls()).hasSize(27);
    assertThat(linked(landscape)).hasSize(27);
    assertThat(saidByTheAuthor()).containsAllEntriesOf(linked(landscape));
  }

  @Test
  void the_author_s_map_can_be_imported_whole() throws Exception {
    Landscape landscape = landscape("mortgage-se-2025.11.29");

    BpmnMap map = BpmnMap.read(CORPORA.resolve("mortgage-se-2025.11.29/bpmn-map.json"), landscape);

    assertThat(map.isUsable()).isTrue();
    assertThat(map.lines()).hasSize(27);
  }

  private static Map<String, String> linked(Landscape landscape) {
    Map<String, String> linked = new TreeMap<>();
    landscape.calls().stream()
        .filter(call -> !(call.link() instanceof Link.Ambiguous))
        .forEach(call ->
            linked.put(
                call.id().value(), call.resolvedTo().map(SubjectId::file).orElse("not linked")));
    return linked;
  }

  private static Map<String, String> saidByTheAuthor() throws Exception {
    Map<String, String> said = new TreeMap<>();
    Path map = CORPORA.resolve("mortgage-se-2025.11.29/bpmn-map.json");
    for (JsonNode process : JsonMapper.shared().readTree(map).get("processes")) {
      String file = process.get("bpmn_file").asString();
      for (JsonNode call : process.get("call_activities")) {
        String called = call.get("subprocess_bpmn_file").asString();
        said.put(file + "#" + call.get("bpmn_id").asString(), called);
      }
    }
    return said;
  }

  /// Each was looked at by hand: copies of one process in several folders, or of a file whose
  /// process bears another's id.
  @Test
  void names_link_nothing_in_landscapes_whose_calls_say_what_they_mean() throws Exception {
    assertThat(byNames("hmcts-civil")).isEmpty();
    assertThat(byNames("cf-multiapps")).isEmpty();
    assertThat(byNames("bpmn-for-research")).isEmpty();
    assertThat(byNames("miwg-reference")).isEmpty();
    assertThat(byNames("process-engine-studio")).isEmpty();
    assertThat(byNames("hard")).isEmpty();
    assertThat(byNames("camunda-consulting"))
        .extracting(call -> call.node().id(), call -> call.link() instanceof Link.Ambiguous)
        .containsExactly(
            tuple("CallActivity_1", true),
            tuple("CallActivity_1", true),
            tuple("CallActivityD", true));
  }

  private static List<Call> byNames(String corpus) throws Exception {
    return landscape(corpus).calls().stream()
        .filter(call -> !call.link().equals(call.exact()))
        .toList();
  }
}
