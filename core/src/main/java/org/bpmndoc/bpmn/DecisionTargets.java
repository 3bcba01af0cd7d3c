package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode.CallTarget;
import org.bpmndoc.xml.Element;
import org.bpmndoc.xml.Extensions.Extension;
import org.bpmndoc.xml.Xml;

/// Which decision a task asks, as the vendors write it: BPMN itself has no word for it.
final class DecisionTargets {

  /// Flowable's fields that name a decision or a decision service.
  private static final Set<String> FIELDS =
      Set.of("decisionTableReferenceKey", "decisionServiceReferenceKey");

  /// The input of a task in which jBPM names the decision.
  private static final String INPUT = "decision";

  private final Index index;

  DecisionTargets(Index index) {
    this.index = index;
  }

  CallTarget of(Xml task, Element element) {
    List<Extension> extensions = element.extensions().elements();
    return Stream.of(
            element.extensions().attribute("decisionRef").stream(),
            extensions.stream().flatMap(DecisionTargets::calledDecision),
            extensions.stream().flatMap(DecisionTargets::field),
            input(task).stream())
        .flatMap(found -> found)
        .map(String::strip)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(CallTarget::of)
        .orElseGet(CallTarget.Missing::new);
  }

  private static Stream<String> calledDecision(Extension extension) {
    return extension.name().equals("calledDecision")
        ? Stream.ofNullable(extension.attributes().get("decisionId"))
        : Stream.empty();
  }

  private static Stream<String> field(Extension extension) {
    return extension.name().equals("field")
            && FIELDS.contains(extension.attributes().getOrDefault("name", ""))
        ? Stream.concat(
            Stream.ofNullable(extension.attributes().get("stringValue")),
            extension.children().stream().map(Extension::text))
        : Stream.empty();
  }

  private Optional<String> input(Xml task) {
    return task.all("dataInputAssociation").stream()
        .filter(association ->
            association.texts("targetRef").stream()
                .flatMap(target -> index.find(target).stream())
                .anyMatch(input -> input.attribute("name").equals(INPUT)))
        .flatMap(association -> association.all("assignment").stream())
        .flatMap(assignment -> assignment.firstText("from").stream())
        .findFirst();
  }
}
