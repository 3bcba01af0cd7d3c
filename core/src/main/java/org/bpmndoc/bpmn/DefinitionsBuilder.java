package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Set;
import org.bpmndoc.bpmn.Definitions.Collaboration;
import org.bpmndoc.bpmn.Definitions.GlobalTask;
import org.bpmndoc.bpmn.Definitions.MessageFlow;
import org.bpmndoc.bpmn.Definitions.Participant;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Elements;
import org.bpmndoc.xml.Xml;
import org.bpmndoc.xml.XmlTree;

/// Builds the definitions of a file from its tree.
final class DefinitionsBuilder {

  private static final Set<String> GLOBAL_TASKS =
      Set.of(
          "globalTask",
          "globalUserTask",
          "globalManualTask",
          "globalScriptTask",
          "globalBusinessRuleTask");

  private final String file;
  private final XmlTree tree;
  private final Index index;
  private final ContentBuilder contents;

  DefinitionsBuilder(String file, XmlTree tree, List<Diagnostic> diagnostics) {
    this.file = file;
    this.tree = tree;
    this.index = new Index(tree.root());
    this.contents = new ContentBuilder(index, diagnostics);
  }

  Definitions build() {
    Xml root = tree.root();
    return new Definitions(
        file,
        root.all("process").stream().map(this::process).toList(),
        root.all("collaboration").stream().map(this::collaboration).toList(),
        root.children().stream()
            .filter(child -> child.isModel() && GLOBAL_TASKS.contains(child.name()))
            .map(child -> new GlobalTask(Elements.of(child), child.name()))
            .toList(),
        tree.hasShapes());
  }

  private Definitions.Process process(Xml xml) {
    return new Definitions.Process(
        Elements.of(xml), xml.isTrue("isExecutable", false), contents.of(xml));
  }

  private Collaboration collaboration(Xml xml) {
    return new Collaboration(
        Elements.of(xml),
        xml.all("participant").stream().map(this::participant).toList(),
        xml.all("messageFlow").stream().map(this::messageFlow).toList(),
        contents.annotations(xml));
  }

  private Participant participant(Xml xml) {
    return new Participant(Elements.of(xml), xml.optional("processRef").map(index::id));
  }

  private MessageFlow messageFlow(Xml xml) {
    return new MessageFlow(
        Elements.of(xml),
        index.id(xml.attribute("sourceRef")),
        index.id(xml.attribute("targetRef")));
  }
}
