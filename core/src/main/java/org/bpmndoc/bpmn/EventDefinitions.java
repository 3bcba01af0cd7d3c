package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode.EventDefinition;
import org.bpmndoc.xml.Xml;

/// What the events of a file wait for or raise, with the names that they refer to.
final class EventDefinitions {

  private static final String SUFFIX = "EventDefinition";

  private final Index index;

  EventDefinitions(Index index) {
    this.index = index;
  }

  /// Those inside the event, and those it refers to, in document order.
  List<EventDefinition> of(Xml event) {
    return event.children().stream()
        .filter(Xml::isModel)
        .flatMap(this::definitionOrReferred)
        .filter(xml -> xml.name().endsWith(SUFFIX))
        .map(this::definition)
        .toList();
  }

  private Stream<Xml> definitionOrReferred(Xml child) {
    return child.name().equals("eventDefinitionRef")
        ? index.find(child.text()).stream()
        : Stream.of(child);
  }

  private EventDefinition definition(Xml xml) {
    String kind = xml.name().substring(0, xml.name().length() - SUFFIX.length());
    return new EventDefinition(
        kind,
        switch (kind) {
          case "timer" -> timer(xml);
          case "message" -> referred(xml, "messageRef", "name");
          case "signal" -> referred(xml, "signalRef", "name");
          case "error" -> referred(xml, "errorRef", "errorCode");
          case "escalation" -> referred(xml, "escalationRef", "escalationCode");
          case "compensate" -> referred(xml, "activityRef", "name");
          case "conditional" -> xml.firstText("condition").orElse("");
          case "link" -> xml.attribute("name");
          default -> "";
        });
  }

  private static String timer(Xml xml) {
    return Stream.of("timeDate", "timeDuration", "timeCycle")
        .map(xml::firstText)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  /// The name of what an attribute refers to, else its code, else nothing, since an id says
  /// nothing; the reference as written where it refers to nothing: some engines take a bare error
  /// code there.
  private String referred(Xml xml, String attribute, String code) {
    String reference = xml.attribute(attribute);
    return index
        .find(reference)
        .map(found -> found.attribute(found.optional("name").isPresent() ? "name" : code))
        .orElse(reference);
  }
}
