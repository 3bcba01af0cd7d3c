package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.xml.Element;

/// One BPMN file: its processes, its collaborations and its global tasks, in document order.
///
/// `hasDiagram` says whether the file has a diagram part with at least one shape; where things are
/// drawn is not kept, since nothing that is written may depend on it.
public record Definitions(
    String file,
    List<Process> processes,
    List<Collaboration> collaborations,
    List<GlobalTask> globalTasks,
    boolean hasDiagram) {

  public Definitions {
    processes = List.copyOf(processes);
    collaborations = List.copyOf(collaborations);
    globalTasks = List.copyOf(globalTasks);
  }

  /// A process. Its id is unique within the file only by convention: several files, or one broken
  /// file, can define it twice. `type` is BPMN's word for who may see it and is empty where that is
  /// open; `closed` says that nothing passes its pool but what is drawn. `interfaces` are the names
  /// of those it offers, `correlatedBy` those of the keys by which messages find it.
  public record Process(
      Element element,
      boolean executable,
      FlowContent content,
      String type,
      boolean closed,
      Traits traits,
      List<String> interfaces,
      List<String> correlatedBy) {
    public Process {
      interfaces = List.copyOf(interfaces);
      correlatedBy = List.copyOf(correlatedBy);
    }

    public String id() {
      return element.id();
    }
  }

  /// Pools and the messages between them.
  public record Collaboration(
      Element element,
      List<Participant> participants,
      List<MessageFlow> messageFlows,
      List<FlowContent.Annotation> annotations,
      List<FlowContent.Group> groups) {
    public Collaboration {
      participants = List.copyOf(participants);
      messageFlows = List.copyOf(messageFlows);
      annotations = List.copyOf(annotations);
      groups = List.copyOf(groups);
    }
  }

  /// A pool; `process` is the id of the process in it, absent for a closed pool. `multiplicity`
  /// says how many of its kind there are (`2..5`), and is empty where one is meant.
  public record Participant(Element element, Optional<String> process, String multiplicity) {}

  /// A message flow; `message` is the name of the message it refers to and may be empty.
  public record MessageFlow(Element element, String source, String target, String message) {}

  /// A task that is defined outside any process, to be called; `kind` is BPMN's element name,
  /// `implementation` BPMN's attribute of that name.
  public record GlobalTask(
      Element element,
      String kind,
      String implementation,
      Traits traits,
      Optional<FlowNode.Script> script) {}
}
