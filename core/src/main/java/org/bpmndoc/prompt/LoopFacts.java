package org.bpmndoc.prompt;

import java.util.Optional;
import org.bpmndoc.bpmn.FlowNode.Loop;
import org.bpmndoc.bpmn.FlowNode.LoopKind;
import org.bpmndoc.document.check.Grounds.Repeats;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How often an activity is done.
final class LoopFacts {

  private static final String AT_THE_SAME_TIME = "once for each, at the same time";
  private static final String ONE_AFTER_ANOTHER = "once for each, one after another";

  private LoopFacts() {}

  static ObjectNode of(Optional<Loop> loop) {
    return loop.map(LoopFacts::of).orElseGet(() -> new Fields().done());
  }

  private static ObjectNode of(Loop loop) {
    return new Fields()
        .text("kind", kind(loop.kind()))
        .text("detail", Words.line(loop.detail()))
        .text("until", Words.line(loop.until()))
        .text("atMost", Words.line(loop.atMost()))
        .flag("testedFirst", loop.testedFirst())
        .text("item", name(loop.item()))
        .text("collects", name(loop.collects()))
        .text("behavior", Words.line(loop.behavior()))
        .done();
  }

  private static String kind(LoopKind kind) {
    return switch (kind) {
      case STANDARD -> "repeated";
      case PARALLEL_INSTANCES -> AT_THE_SAME_TIME;
      case SEQUENTIAL_INSTANCES -> ONE_AFTER_ANOTHER;
    };
  }

  /// What a request says of it, read back.
  static Repeats repeats(JsonNode loop) {
    return switch (loop.path("kind").asString("")) {
      case AT_THE_SAME_TIME -> Repeats.AT_THE_SAME_TIME;
      case ONE_AFTER_ANOTHER -> Repeats.ONE_AFTER_ANOTHER;
      default -> Repeats.NOT;
    };
  }

  private static String name(String value) {
    return Words.isExpression(value) ? "" : Words.line(value);
  }
}
