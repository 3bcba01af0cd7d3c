package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;

/// Where things stand in a landscape: each process, and each activity within it, with the id that
/// names it as a subject.
sealed interface Place {

  SubjectId id();

  record ProcessPlace(SubjectId id, Definitions file, Definitions.Process process)
      implements Place {}

  record ActivityPlace(
      SubjectId id,
      ProcessPlace home,
      SubjectId within,
      FlowContent container,
      FlowNode.Activity node)
      implements Place {}

  /// All places of a file in document order, a container before what it contains.
  static List<Place> of(Definitions file) {
    Walk walk = new Walk(file);
    file.processes().forEach(walk::process);
    return walk.places;
  }

  /// One walk through a file, so that an id that is used twice gives two names.
  final class Walk {
    private final Definitions file;
    private final Set<SubjectId> taken = new HashSet<>();
    private final Map<String, Integer> nextNumber = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    private Walk(Definitions file) {
      this.file = file;
    }

    private void process(Definitions.Process process) {
      ProcessPlace place = new ProcessPlace(name(process.id(), "process"), file, process);
      places.add(place);
      content(place, place.id(), process.content());
    }

    private void content(ProcessPlace home, SubjectId within, FlowContent content) {
      for (FlowNode node : content.nodes()) {
        if (node instanceof FlowNode.Activity activity) {
          SubjectId id = name(activity.id(), NodeTypes.of(activity));
          places.add(new ActivityPlace(id, home, within, content, activity));
          if (activity instanceof FlowNode.SubProcess subProcess) {
            content(home, id, subProcess.content());
          }
        }
      }
    }

    /// An element without an id is named by its type. `#` separates file and element.
    private SubjectId name(String elementId, String type) {
      String element = elementId.isEmpty() ? type : elementId.replace('#', '_');
      SubjectId id = new SubjectId(file.file() + "#" + element);
      while (!taken.add(id)) {
        int n = nextNumber.merge(element, 2, (before, _) -> before + 1);
        id = new SubjectId(file.file() + "#" + element + "~" + n);
      }
      return id;
    }
  }
}
