package org.bpmndoc.prompt;

import java.util.Optional;
import org.bpmndoc.bpmn.FlowNode.Loop;
import org.bpmndoc.bpmn.FlowNode.LoopKind;
import tools.jackson.databind.node.ObjectNode;

/// How often an activity is done.
final class LoopFacts {

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
      case PARALLEL_INSTANCES -> "once for each, at the same time";
      case SEQUENTIAL_INSTANCES -> "once for each, one after another";
    };
  }

  private static String name(String value) {
    return Words.isExpression(value) ? "" : Words.line(value);
  }
}
