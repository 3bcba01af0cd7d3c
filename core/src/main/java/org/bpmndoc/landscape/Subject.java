package org.bpmndoc.landscape;

import java.util.Optional;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.xml.Element;

/// A thing that gets a document of its own.
///
/// `parent` is the subject that contains it (the process or sub-process), absent for a process.
/// `home` is the process it stands in, for a process itself.
public sealed interface Subject {

  SubjectId id();

  Element element();

  Definitions file();

  Definitions.Process home();

  Optional<SubjectId> parent();

  record ProcessSubject(SubjectId id, Definitions file, Definitions.Process home)
      implements Subject {
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
      implements Subject {
    @Override
    public Element element() {
      return node.element();
    }

    @Override
    public Optional<SubjectId> parent() {
      return Optional.of(within);
    }
  }

  record TaskSubject(
      SubjectId id,
      Definitions file,
      Definitions.Process home,
      SubjectId within,
      FlowContent container,
      FlowNode.Task node)
      implements Subject {
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
      implements Subject {
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
