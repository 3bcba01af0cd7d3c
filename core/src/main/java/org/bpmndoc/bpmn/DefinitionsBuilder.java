package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

  /// What else a file may hold: looked up from where it is referred to, or of no use to a document.
  private static final Set<String> LOOKED_UP =
      Set.of(
          "cancelEventDefinition",
          "category",
          "collaboration",
          "compensateEventDefinition",
          "conditionalEventDefinition",
          "correlationProperty",
          "dataStore",
          "documentation",
          "endPoint",
          "error",
          "errorEventDefinition",
          "escalation",
          "escalationEventDefinition",
          "extension",
          "extensionElements",
          "import",
          "interface",
          "itemDefinition",
          "linkEventDefinition",
          "message",
          "messageEventDefinition",
          "partnerEntity",
          "partnerRole",
          "process",
          "relationship",
          "resource",
          "signal",
          "signalEventDefinition",
          "terminateEventDefinition",
          "timerEventDefinition");

  private static final Set<String> OF_A_COLLABORATION =
      Set.of(
          "artifact",
          "association",
          "correlationKey",
          "documentation",
          "extensionElements",
          "group",
          "messageFlow",
          "participant",
          "textAnnotation");

  private final String file;
  private final XmlTree tree;
  private final Index index;
  private final ContentBuilder contents;
  private final TraitsBuilder traits;
  private final PassedOver passedOver;

  DefinitionsBuilder(String file, XmlTree tree, List<Diagnostic> diagnostics) {
    this.file = file;
    this.tree = tree;
    this.index = new Index(tree.root());
    this.passedOver = new PassedOver(diagnostics);
    this.contents = new ContentBuilder(index, passedOver);
    this.traits = new TraitsBuilder(index);
  }

  Definitions build() {
    Xml root = tree.root();
    root.children().stream()
        .filter(child -> child.isModel() && !GLOBAL_TASKS.contains(child.name()))
        .forEach(child -> passedOver.unless(LOOKED_UP, root, child));
    return new Definitions(
        file,
        root.all("process").stream().map(this::process).toList(),
        root.all("collaboration").stream().map(this::collaboration).toList(),
        root.children().stream()
            .filter(child -> child.isModel() && GLOBAL_TASKS.contains(child.name()))
            .map(this::globalTask)
            .toList(),
        tree.hasShapes());
  }

  private Definitions.Process process(Xml xml) {
    String type = xml.attribute("processType");
    return new Definitions.Process(
        Elements.of(xml),
        xml.isTrue("isExecutable", false),
        contents.of(xml),
        type.equals("None") ? "" : type,
        xml.isTrue("isClosed", false),
        traits.of(xml),
        names(xml.texts("supportedInterfaceRef").stream()),
        names(
            xml.all("correlationSubscription").stream()
                .flatMap(subscription -> subscription.optional("correlationKeyRef").stream())));
  }

  private List<String> names(Stream<String> references) {
    return references
        .flatMap(reference -> index.find(reference).stream())
        .flatMap(found -> found.optional("name").stream())
        .distinct()
        .toList();
  }

  private Collaboration collaboration(Xml xml) {
    xml.children().stream()
        .filter(Xml::isModel)
        .forEach(child -> passedOver.unless(OF_A_COLLABORATION, xml, child));
    return new Collaboration(
        Elements.of(xml),
        xml.all("participant").stream().map(this::participant).toList(),
        xml.all("messageFlow").stream().map(this::messageFlow).toList(),
        contents.annotations(xml),
        contents.groups(xml));
  }

  private Participant participant(Xml xml) {
    return new Participant(
        Elements.of(xml),
        xml.optional("processRef").map(index::id),
        xml.first("participantMultiplicity").map(DefinitionsBuilder::multiplicity).orElse(""));
  }

  private static String multiplicity(Xml xml) {
    return xml.optional("minimum").orElse("0") + ".." + xml.optional("maximum").orElse("1");
  }

  private MessageFlow messageFlow(Xml xml) {
    return new MessageFlow(
        Elements.of(xml),
        index.id(xml.attribute("sourceRef")),
        index.id(xml.attribute("targetRef")),
        traits.named(xml, "messageRef"));
  }

  private GlobalTask globalTask(Xml xml) {
    return new GlobalTask(
        Elements.of(xml),
        xml.name(),
        xml.attribute("implementation"),
        traits.of(xml),
        NodeBuilder.script(xml));
  }
}
