package org.bpmndoc.bpmn;

import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode.Loop;
import org.bpmndoc.bpmn.FlowNode.LoopKind;
import org.bpmndoc.xml.Elements;
import org.bpmndoc.xml.Extensions;
import org.bpmndoc.xml.Xml;

/// Reads how often an activity is done.
final class LoopBuilder {

  private final Index index;

  LoopBuilder(Index index) {
    this.index = index;
  }

  Optional<Loop> of(Xml activity) {
    return activity
        .first("multiInstanceLoopCharacteristics")
        .map(this::instances)
        .or(() -> activity.first("standardLoopCharacteristics").map(LoopBuilder::repeated));
  }

  private static Loop repeated(Xml loop) {
    return new Loop(
        LoopKind.STANDARD,
        loop.firstText("loopCondition").orElse(""),
        "",
        loop.attribute("loopMaximum"),
        loop.isTrue("testBefore", false),
        "",
        "",
        "");
  }

  private Loop instances(Xml loop) {
    Extensions extensions = Elements.of(loop).extensions();
    String behavior = loop.attribute("behavior");
    return new Loop(
        loop.isTrue("isSequential", false)
            ? LoopKind.SEQUENTIAL_INSTANCES
            : LoopKind.PARALLEL_INSTANCES,
        first(
            extensions.attribute("collection").orElse(""),
            inside(extensions, "inputCollection"),
            loop.firstText("loopDataInputRef").map(this::nameOrReference).orElse(""),
            loop.firstText("loopCardinality").orElse("")),
        loop.firstText("completionCondition").orElse(""),
        "",
        false,
        first(
            extensions.attribute("elementVariable").orElse(""),
            inside(extensions, "inputElement"),
            named(loop, "inputDataItem")),
        first(
            inside(extensions, "outputCollection"),
            loop.firstText("loopDataOutputRef").map(this::name).orElse(""),
            named(loop, "outputDataItem")),
        behavior.equals("All") ? "" : behavior);
  }

  private static String inside(Extensions extensions, String attribute) {
    return extensions.elements().stream()
        .map(extension -> extension.attributes().getOrDefault(attribute, ""))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String named(Xml loop, String item) {
    return loop.first(item).map(found -> found.attribute("name")).orElse("");
  }

  private String name(String reference) {
    return index.find(reference).map(found -> found.attribute("name")).orElse("");
  }

  private String nameOrReference(String reference) {
    return index.find(reference).map(found -> found.attribute("name")).orElse(reference);
  }

  private static String first(String... found) {
    return Stream.of(found).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }
}
