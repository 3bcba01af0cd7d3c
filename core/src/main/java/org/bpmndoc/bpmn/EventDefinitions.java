package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode.EventDefinition;
import org.bpmndoc.xml.Elements;
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
    Optional<Xml> time = kind.equals("timer") ? time(xml) : Optional.empty();
    return new EventDefinition(
        Elements.of(xml),
        kind,
        switch (kind) {
          case "timer" -> time.map(Xml::text).orElse("");
          case "message" -> referred(xml, "messageRef", "name");
          case "signal" -> referred(xml, "signalRef", "name");
          case "error" -> referred(xml, "errorRef", "errorCode");
          case "escalation" -> referred(xml, "escalationRef", "escalationCode");
          case "compensate" -> referred(xml, "activityRef", "name");
          case "conditional" -> xml.firstText("condition").orElse("");
          case "link" -> xml.attribute("name");
          default -> "";
        },
        switch (kind) {
          case "error" -> code(xml, "errorRef", "errorCode");
          case "escalation" -> code(xml, "escalationRef", "escalationCode");
          default -> "";
        },
        time.map(found -> found.name().substring("time".length()).toLowerCase(Locale.ROOT))
            .orElse(""),
        xml.firstText("operationRef")
            .flatMap(index::find)
            .map(operation -> operation.attribute("name"))
            .orElse(""),
        xml.isTrue("waitForCompletion", true));
  }

  private static Optional<Xml> time(Xml xml) {
    return Stream.of("timeDate", "timeDuration", "timeCycle")
        .flatMap(kind -> xml.all(kind).stream())
        .filter(found -> !found.text().isEmpty())
        .findFirst();
  }

  /// The code of what an attribute refers to, where its name says something else.
  private String code(Xml xml, String attribute, String code) {
    return index
        .find(xml.attribute(attribute))
        .filter(found -> found.optional("name").isPresent())
        .map(found -> found.attribute(code))
        .filter(found -> !found.equals(referred(xml, attribute, code)))
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
