package org.bpmndoc.prompt;

import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode;
import tools.jackson.databind.node.ObjectNode;

/// What an event waits for or raises.
final class EventFacts {

  private EventFacts() {}

  static List<ObjectNode> of(FlowNode.Event event) {
    return NodeFacts.sorted(event.definitions().stream().map(EventFacts::of));
  }

  private static ObjectNode of(FlowNode.EventDefinition definition) {
    return new Fields()
        .text("kind", definition.kind())
        .text("detail", Words.line(definition.detail()))
        .text("timer", definition.timer())
        .text("code", Words.line(definition.code()))
        .text("operation", Words.line(definition.operation()))
        .flag("notAwaited", !definition.waits())
        .done();
  }

  /// Vendors write some of it on the event, some on what it waits for.
  static VendorFacts vendor(FlowNode.Event event) {
    return VendorFacts.of(
        Stream.concat(
                Stream.of(event.element()),
                event.definitions().stream().map(FlowNode.EventDefinition::element))
            .toList());
  }
}
