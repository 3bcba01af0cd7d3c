package org.bpmndoc.bpmn;

import java.util.List;
import java.util.Set;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.Xml;

/// Says which elements of BPMN a file holds that no document will speak of.
record PassedOver(List<Diagnostic> diagnostics) {

  void unless(Set<String> known, Xml parent, Xml child) {
    if (!known.contains(child.name())) {
      say(
          child,
          "<" + child.name() + "> in the " + parent.name() + " is passed over, with all it holds");
    }
  }

  /// A child of a flow that is neither a node nor anything else that is read.
  void node(Xml container, Xml child) {
    say(
        child,
        "expected flow elements in the "
            + container.name()
            + ", passed over <"
            + child.name()
            + ">");
  }

  private void say(Xml child, String message) {
    diagnostics.add(
        new Diagnostic(
            Severity.INFO,
            "element-passed-over",
            child.location(),
            message,
            "nothing to do, unless it says something that a document should"));
  }
}
