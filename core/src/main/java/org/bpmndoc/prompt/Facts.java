package org.bpmndoc.prompt;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.xml.Element;
import tools.jackson.databind.node.ObjectNode;

/// What may be said of one subject to a model, as one compact JSON object, and the aliases in it.
///
/// Made from an allow-list. No id, file name, coordinate or caller is in it, nor anything of the
/// rest of its process but its name and purpose, how it starts and how it ends, so that two
/// subjects that are alike have the same facts to the last byte, and a leaf keeps its facts when
/// its process changes elsewhere.
public record Facts(ObjectNode json, Aliases aliases) {

  public static Facts of(Landscape landscape, Subject subject) {
    Aliases.Numbering numbering = new Aliases.Numbering();
    NodeFacts nodes =
        new NodeFacts(
            Roles.of(subject.file(), subject.home()),
            DataNames.of(subject.home()),
            new Messages(subject.file()));
    ObjectNode json =
        switch (subject) {
          case Subject.ProcessSubject process -> {
            Fields fields = new Fields().json("subject", process(landscape, process, nodes));
            flow(landscape, subject, process.home().content(), nodes, numbering).describe(fields);
            yield fields.done();
          }
          case Subject.SubProcessSubject sub -> {
            FlowFacts flow = flow(landscape, subject, sub.node().content(), nodes, numbering);
            Fields inside = new Fields();
            flow.describe(inside);
            Fields fields =
                placed(landscape, subject, sub.container(), sub.node(), nodes, numbering, "");
            fields.done().setAll(inside.done());
            yield fields.done();
          }
          case Subject.TaskSubject task -> {
            String alias = numbering.next(task.node().id());
            yield placed(landscape, subject, task.container(), task.node(), nodes, numbering, alias)
                .done();
          }
          case Subject.CallSubject call -> {
            String alias = numbering.next(call.node().id());
            yield placed(landscape, subject, call.container(), call.node(), nodes, numbering, alias)
                .done();
          }
        };
    return new Facts(json, numbering.done());
  }

  private static FlowFacts flow(
      Landscape landscape,
      Subject subject,
      FlowContent content,
      NodeFacts nodes,
      Aliases.Numbering numbering) {
    return new FlowFacts(
        landscape,
        landscape.parts(subject.id()),
        content,
        Notes.of(subject.file(), content),
        nodes,
        numbering);
  }

  private static ObjectNode process(
      Landscape landscape, Subject.ProcessSubject process, NodeFacts nodes) {
    Fields fields =
        new Fields()
            .text("type", "process")
            .text("name", Words.line(process.element().name()))
            .text("pool", nodes.roles().pool())
            .text("recursion", landscape.isRecursive(process.id()) ? CallFacts.RECURSIVE : "")
            .text("documentation", Words.lines(process.element().documentation()));
    return nodes.messages().describe(fields, process.home()).done();
  }

  /// An activity with its process and what stands around it.
  private static Fields placed(
      Landscape landscape,
      Subject subject,
      FlowContent container,
      FlowNode.Activity node,
      NodeFacts nodes,
      Aliases.Numbering numbering,
      String alias) {
    Surroundings around =
        new Surroundings(container, Notes.of(subject.file(), container), numbering);
    Fields own = nodes.inFull(new Fields().text("element", alias), node);
    if (subject instanceof Subject.CallSubject call) {
      own.json("calls", CallFacts.unlinked(landscape, call.call()));
    }
    own.texts("annotations", around.annotations(node));
    Fields fields =
        new Fields()
            .json("subject", own.done())
            .json("process", process(subject.home()))
            .text("within", within(landscape, subject));
    around.describe(fields, node);
    return fields;
  }

  private static ObjectNode process(Definitions.Process home) {
    Element element = home.element();
    return new Fields()
        .text("name", Words.line(element.name()))
        .text("documentation", Words.lines(element.documentation()))
        .list("startedBy", events(home, FlowNode.EventPosition.START))
        .list("endsWith", events(home, FlowNode.EventPosition.END))
        .done();
  }

  private static List<ObjectNode> events(
      Definitions.Process home, FlowNode.EventPosition position) {
    return NodeFacts.sorted(
        home.content().nodes().stream()
            .filter(FlowNode.Event.class::isInstance)
            .map(FlowNode.Event.class::cast)
            .filter(event -> event.position() == position)
            .map(NodeFacts::event)
            .filter(event -> !event.isEmpty())
            .distinct());
  }

  /// The name of the sub-process it stands in.
  private static String within(Landscape landscape, Subject subject) {
    Optional<Subject> parent = subject.parent().map(landscape::subject);
    return parent
        .filter(Subject.SubProcessSubject.class::isInstance)
        .map(sub -> Words.line(sub.element().name()))
        .orElse("");
  }
}
