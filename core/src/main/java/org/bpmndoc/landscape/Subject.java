package org.bpmndoc.landscape;

import java.util.Optional;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.dmn.DecisionModel;
import org.bpmndoc.xml.Element;

/// A thing that gets a document of its own.
///
/// `parent` is the subject that contains it (the process or sub-process), absent for a process and
/// for a decision.
public sealed interface Subject {

  SubjectId id();

  Element element();

  Optional<SubjectId> parent();

  /// A process, or what stands in its flow. `home` is the process, for a process itself.
  sealed interface FlowSubject extends Subject {

    Definitions file();

    Definitions.Process home();
  }

  /// A decision. The tasks that ask it have no document of their own.
  record DecisionSubject(SubjectId id, DecisionModel model, DecisionModel.Decision decision)
      implements Subject {
    @Override
    public Element element() {
      return decision.element();
    }

    @Override
    public Optional<SubjectId> parent() {
      return Optional.empty();
    }
  }

  record ProcessSubject(SubjectId id, Definitions file, Definitions.Process home)
      implements FlowSubject {
    @Override
    public Element element() {
      return home.element();
    }

    @Override
    public Optional<SubjectId> parent() {
      return Optional.empty();
    }
  }

  /// A sub-process of any kind; `container` is the content it stands in.
  record SubProcessSubject(
      SubjectId id,
      Definitions file,
      Definitions.Process home,
      SubjectId within,
      FlowContent container,
      FlowNode.SubProcess node)
      implements FlowSubject {
    @Override
    public Element element() {
      return node.element();
    }

    @Override
    public Optional<SubjectId> parent() {
      return Optional.of(within);
    }
  }

  /// A task, but for one that asks a decision of the landscape.
  record TaskSubject(
      SubjectId id,
      Definitions file,
      Definitions.Process home,
      SubjectId within,
      FlowContent container,
      FlowNode.Task node,
      DecisionLink decision)
      implements FlowSubject {
    @Override
    public Element element() {
      return node.element();
    }

    @Override
    public Optional<SubjectId> parent() {
      return Optional.of(within);
    }
  }

  /// A call whose process is not in the landscape.
  record CallSubject(
      SubjectId id,
      Definitions file,
      Definitions.Process home,
      SubjectId within,
      FlowContent container,
      FlowNode.CallActivity node,
      Call call)
      implements FlowSubject {
    @Override
    public Element element() {
      return node.element();
    }

    @Override
    public Optional<SubjectId> parent() {
      return Optional.of(within);
    }
  }
}
