package org.bpmndoc.prompt;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import tools.jackson.databind.node.ObjectNode;

/// Makes the [Facts] of the subjects of one landscape. What several of them look up is made when it
/// is first needed and kept: of each file its messages, of each process its [Home], of each flow
/// its [FlowIndex]. Threads may share it.
public final class LandscapeFacts {

  private final Landscape landscape;
  private final Map<String, Messages> messages = new ConcurrentHashMap<>();
  private final Map<SubjectId, Home> homes = new ConcurrentHashMap<>();
  private final Map<SubjectId, FlowIndex> flows = new ConcurrentHashMap<>();

  public LandscapeFacts(Landscape landscape) {
    this.landscape = landscape;
  }

  public Facts of(Subject subject) {
    Aliases.Numbering numbering = new Aliases.Numbering();
    ObjectNode json =
        switch (subject) {
          case Subject.DecisionSubject decision -> DecisionFacts.of(landscape, decision, numbering);
          case Subject.FlowSubject inFlow -> inFlow(inFlow, numbering);
        };
    return new Facts(json, numbering.done());
  }

  private ObjectNode inFlow(Subject.FlowSubject subject, Aliases.Numbering numbering) {
    Home home = home(subject);
    return switch (subject) {
      case Subject.ProcessSubject process -> {
        Fields fields =
            new Fields().json("subject", ProcessFacts.of(landscape, process, home.nodes()));
        flow(subject, process.home().content(), home, numbering).describe(fields);
        yield fields.done();
      }
      case Subject.SubProcessSubject sub -> {
        FlowFacts flow = flow(subject, sub.node().content(), home, numbering);
        Fields inside = new Fields();
        flow.describe(inside);
        Fields fields = placed(subject, sub.container(), sub.node(), home, numbering, "");
        fields.done().setAll(inside.done());
        yield fields.done();
      }
      case Subject.TaskSubject task -> {
        String alias = numbering.next(task.node().id());
        yield placed(subject, task.container(), task.node(), home, numbering, alias).done();
      }
      case Subject.CallSubject call -> {
        String alias = numbering.next(call.node().id());
        yield placed(subject, call.container(), call.node(), home, numbering, alias).done();
      }
    };
  }

  private Home home(Subject.FlowSubject subject) {
    Messages messagesOfFile =
        messages.computeIfAbsent(subject.file().file(), _ -> Messages.of(subject.file()));
    return homes.computeIfAbsent(
        root(subject), _ -> Home.of(subject.file(), subject.home(), messagesOfFile));
  }

  private SubjectId root(Subject subject) {
    Subject root = subject;
    while (root.parent().isPresent()) {
      root = landscape.subject(root.parent().get());
    }
    return root.id();
  }

  private FlowFacts flow(
      Subject.FlowSubject subject, FlowContent content, Home home, Aliases.Numbering numbering) {
    return new FlowFacts(
        landscape,
        landscape.parts(subject.id()),
        content,
        notes(subject, content, home),
        home.nodes(),
        numbering);
  }

  /// What is written about a pool is about the whole process in it, and no part of it.
  private static Notes notes(Subject.FlowSubject subject, FlowContent content, Home home) {
    return Notes.of(
        subject.file(),
        content,
        subject instanceof Subject.ProcessSubject process
            ? home.nodes().messages().poolsOf(process.home())
            : Set.of());
  }

  /// An activity with its process and what stands around it.
  private Fields placed(
      Subject.FlowSubject subject,
      FlowContent container,
      FlowNode.Activity node,
      Home home,
      Aliases.Numbering numbering,
      String alias) {
    FlowIndex index =
        flows.computeIfAbsent(
            subject.parent().orElseThrow(),
            _ -> new FlowIndex(container, notes(subject, container, home)));
    Surroundings around = new Surroundings(index, home.nodes().roles(), numbering);
    Fields own = home.nodes().inFull(new Fields().text("element", alias), node);
    if (subject instanceof Subject.CallSubject call) {
      own.json("calls", CallFacts.unlinked(landscape, call.call()));
    }
    if (subject instanceof Subject.TaskSubject task) {
      own.json("asks", DecisionFacts.unlinked(task.decision()));
    }
    own.texts("annotations", around.annotations(node));
    Fields fields =
        new Fields()
            .json("subject", own.done())
            .list("described", home.nodes().described(node))
            .json("process", home.orientation())
            .text("within", within(subject));
    around.describe(fields, node);
    return fields;
  }

  /// The name of the sub-process it stands in.
  private String within(Subject subject) {
    Optional<Subject> parent = subject.parent().map(landscape::subject);
    return parent
        .filter(Subject.SubProcessSubject.class::isInstance)
        .map(sub -> Words.line(sub.element().name()))
        .orElse("");
  }
}
