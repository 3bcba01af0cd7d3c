package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Makes the facts of every subject of real files and looks for ids in them.
class FactsOfCorporaTest {

  private static final Path CORPORA =
      Path.of(System.getProperty("bpmndoc.root", ".")).resolve("../shared/corpora").normalize();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cf-multiapps",
        "hmcts-civil",
        "mortgage-se-2025.11.29",
        "miwg-reference",
        "camunda-consulting"
      })
  void the_facts_of_every_subject_hold_no_id_of_its_file(String corpus) throws Exception {
    Path folder = CORPORA.resolve(corpus);
    assumeTrue(Files.exists(folder), "no corpora beside the repository");
    Landscape landscape = new LandscapeReader().read(folder);
    Map<String, Set<String>> idsOf = new HashMap<>();

    for (Subject subject : landscape.subjects().values()) {
      Set<String> ids = idsOf.computeIfAbsent(subject.file().file(), _ -> ids(subject.file()));
      Set<String> found = new HashSet<>();
      collect(Facts.of(landscape, subject).json(), found);
      found.retainAll(ids);
      assertThat(found).as("ids in the facts of %s", subject.id()).isEmpty();
    }
  }

  private static void collect(JsonNode json, Set<String> texts) {
    if (json.isString()) {
      texts.add(json.asString());
    }
    json.forEach(inner -> collect(inner, texts));
  }

  /// The ids of a file that nothing in it is also named.
  private static Set<String> ids(Definitions file) {
    Set<String> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Definitions.Process process : file.processes()) {
      ids.add(process.id());
      names.add(process.element().name());
      collect(process.content(), ids, names);
    }
    ids.removeAll(names);
    ids.remove("");
    return ids;
  }

  private static void collect(FlowContent content, Set<String> ids, Set<String> names) {
    content.flows().forEach(flow -> add(flow.element(), ids, names));
    content.lanes().forEach(lane -> add(lane.element(), ids, names));
    content.data().forEach(item -> add(item.element(), ids, names));
    content.annotations().forEach(annotation -> add(annotation.element(), ids, names));
    for (FlowNode node : content.nodes()) {
      add(node.element(), ids, names);
      if (node instanceof FlowNode.SubProcess inner) {
        collect(inner.content(), ids, names);
      }
    }
  }

  private static void add(org.bpmndoc.bpmn.Element element, Set<String> ids, Set<String> names) {
    ids.add(element.id());
    names.add(element.name());
  }
}
