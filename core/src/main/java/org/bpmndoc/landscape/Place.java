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
import org.bpmndoc.dmn.DecisionModel;

/// Where things stand in a landscape: each process, each activity within it and each decision, with
/// the id that names it as a subject.
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

  record DecisionPlace(SubjectId id, DecisionModel model, DecisionModel.Decision decision)
      implements Place {}

  /// The decisions of a file in document order.
  static List<DecisionPlace> of(DecisionModel model) {
    Walk walk = new Walk(model.file());
    return model.decisions().stream()
        .map(decision ->
            new DecisionPlace(walk.name(decision.id(), NodeTypes.DECISION), model, decision))
        .toList();
  }

  /// All places of a file in document order, a container before what it contains.
  static List<Place> of(Definitions definitions) {
    Walk walk = new Walk(definitions.file());
    definitions.processes().forEach(process -> walk.process(definitions, process));
    return walk.places;
  }

  /// One walk through a file, so that an id that is used twice gives two names.
  final class Walk {
    private final String file;
    private final Set<SubjectId> taken = new HashSet<>();
    private final Map<String, Integer> nextNumber = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    private Walk(String file) {
      this.file = file;
    }

    private void process(Definitions definitions, Definitions.Process process) {
      ProcessPlace place =
          new ProcessPlace(name(process.id(), NodeTypes.PROCESS), definitions, process);
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
      SubjectId id = new SubjectId(file + "#" + element);
      while (!taken.add(id)) {
        int n = nextNumber.merge(element, 2, (before, _) -> before + 1);
        id = new SubjectId(file + "#" + element + "~" + n);
      }
      return id;
    }
  }
}
