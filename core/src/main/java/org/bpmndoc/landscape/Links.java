package org.bpmndoc.landscape;

import java.util.List;
import java.util.Map;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.Call.Link;
import org.bpmndoc.landscape.Place.ActivityPlace;
import org.bpmndoc.landscape.Place.ProcessPlace;
import org.bpmndoc.xml.Diagnostic;

/// Decides which process each call activity calls: a person's word, else ids, else names.
///
/// Names are asked only where the file names no process, or one that no file defines. A call that
/// is decided at run time, or goes to a global task or to a case, is what its file says it is.
final class Links {

  private final PersonLinks person;
  private final ExactLinks exact;
  private final NameLinks names;

  Links(List<Definitions> definitions, List<ProcessPlace> processes, LinksFile file) {
    exact = new ExactLinks(definitions, processes);
    names = new NameLinks(processes, file.prefixes());
    person = new PersonLinks(file, exact, processes);
  }

  Call of(ActivityPlace place, FlowNode.CallActivity node) {
    SubjectId caller = place.home().id();
    Link byIds = exact.of(node.target(), caller.file());
    Link followed =
        person
            .of(place.id(), node)
            .orElseGet(() -> isOpen(byIds) ? names.of(node, caller, byIds) : byIds);
    return new Call(place.id(), caller, node, node.target().text(), byIds, followed);
  }

  private static boolean isOpen(Link link) {
    return link instanceof Link.Unresolved || link instanceof Link.MissingTarget;
  }

  Map<String, List<SubjectId>> duplicates() {
    return exact.duplicates();
  }

  /// What is wrong with the links that a person wrote; complete once every call was asked for.
  List<Diagnostic> diagnostics() {
    return person.diagnostics();
  }
}
