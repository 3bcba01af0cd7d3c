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
  /// file, can define it twice.
  public record Process(Element element, boolean executable, FlowContent content) {
    public String id() {
      return element.id();
    }
  }

  /// Pools and the messages between them.
  public record Collaboration(
      Element element,
      List<Participant> participants,
      List<MessageFlow> messageFlows,
      List<FlowContent.Annotation> annotations) {
    public Collaboration {
      participants = List.copyOf(participants);
      messageFlows = List.copyOf(messageFlows);
      annotations = List.copyOf(annotations);
    }
  }

  /// A pool; `process` is the id of the process in it, absent for a closed pool.
  public record Participant(Element element, Optional<String> process) {}

  public record MessageFlow(Element element, String source, String target) {}

  /// A task that is defined outside any process, to be called; `kind` is BPMN's element name.
  public record GlobalTask(Element element, String kind) {}
}
