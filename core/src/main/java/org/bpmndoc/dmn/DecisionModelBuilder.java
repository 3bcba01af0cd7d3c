package org.bpmndoc.dmn;

import java.util.List;
import java.util.function.Function;
import org.bpmndoc.dmn.DecisionModel.Decision;
import org.bpmndoc.dmn.DecisionModel.DecisionService;
import org.bpmndoc.dmn.DecisionModel.InputData;
import org.bpmndoc.dmn.DecisionModel.KnowledgeModel;
import org.bpmndoc.dmn.DecisionModel.KnowledgeSource;
import org.bpmndoc.dmn.DecisionModel.Reference;
import org.bpmndoc.dmn.DecisionModel.Requirements;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.Elements;
import org.bpmndoc.xml.Xml;

/// Builds the decision model of a file from its tree.
final class DecisionModelBuilder {

  private final String file;
  private final List<Diagnostic> diagnostics;
  private final LogicBuilder logic;

  DecisionModelBuilder(String file, List<Diagnostic> diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
    this.logic = new LogicBuilder(diagnostics);
  }

  DecisionModel build(Xml root) {
    return new DecisionModel(
        file,
        root.attribute("namespace"),
        all(root, "decision", this::decision),
        all(root, "decisionService", DecisionModelBuilder::service),
        all(root, "inputData", xml -> new InputData(Elements.of(xml), type(xml))),
        all(root, "businessKnowledgeModel", this::knowledgeModel),
        all(root, "knowledgeSource", xml -> new KnowledgeSource(Elements.of(xml))));
  }

  private static <T> List<T> all(Xml root, String name, Function<Xml, T> built) {
    return root.all(name).stream().map(built).toList();
  }

  private Decision decision(Xml xml) {
    if (xml.attribute("id").isEmpty()) {
      diagnostics.add(
          new Diagnostic(
              Severity.WARNING,
              "id-missing",
              xml.location(),
              "expected an id on the decision \"" + xml.attribute("name") + "\", found none",
              "give it one; no task and no other decision can refer to it"));
    }
    return new Decision(
        Elements.of(xml),
        xml.firstText("question").orElse(""),
        xml.firstText("allowedAnswers").orElse(""),
        logic.of(xml),
        new Requirements(
            required(xml, "informationRequirement", "requiredDecision"),
            required(xml, "informationRequirement", "requiredInput"),
            required(xml, "knowledgeRequirement", "requiredKnowledge"),
            required(xml, "authorityRequirement", "requiredAuthority")));
  }

  private static List<Reference> required(Xml xml, String requirement, String end) {
    return xml.all(requirement).stream()
        .flatMap(found -> found.all(end).stream())
        .map(found -> Reference.of(found.attribute("href")))
        .distinct()
        .toList();
  }

  private static DecisionService service(Xml xml) {
    return new DecisionService(
        Elements.of(xml),
        xml.all("outputDecision").stream()
            .map(found -> Reference.of(found.attribute("href")))
            .toList());
  }

  /// What it computes stands inside a function.
  private KnowledgeModel knowledgeModel(Xml xml) {
    return new KnowledgeModel(
        Elements.of(xml),
        xml.first("encapsulatedLogic").map(logic::of).orElseGet(() -> logic.of(xml)));
  }

  private static String type(Xml xml) {
    return xml.first("variable").map(variable -> variable.attribute("typeRef")).orElse("");
  }
}
