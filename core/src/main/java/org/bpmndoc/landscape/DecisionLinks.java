package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bpmndoc.bpmn.FlowNode.CallTarget;
import org.bpmndoc.dmn.DecisionModel;
import org.bpmndoc.dmn.DecisionModel.Reference;
import org.bpmndoc.landscape.Place.DecisionPlace;

/// Which decision is meant by an id: for a task, one of any file; for what a decision requires, one
/// of its own file, or of the file whose model has the namespace that is named.
final class DecisionLinks {

  private record InNamespace(String namespace, String id) {}

  private final Map<String, List<SubjectId>> byId = new TreeMap<>();
  private final Map<String, List<SubjectId>> targets = new LinkedHashMap<>();
  private final Map<String, Map<String, SubjectId>> byFile = new LinkedHashMap<>();
  private final Map<InNamespace, List<SubjectId>> byNamespace = new LinkedHashMap<>();

  DecisionLinks(List<DecisionModel> models, List<DecisionPlace> places) {
    for (DecisionPlace place : places) {
      String id = place.decision().id();
      if (!id.isEmpty()) {
        String namespace = place.model().namespace();
        add(byId, id, place.id());
        add(byNamespace, new InNamespace(namespace, id), place.id());
        byFile
            .computeIfAbsent(place.model().file(), file -> new LinkedHashMap<>())
            .putIfAbsent(id, place.id());
      }
    }
    targets.putAll(byId);
    models.forEach(this::addServices);
  }

  /// A service with one result is asked like the decision that gives it.
  private void addServices(DecisionModel model) {
    for (DecisionModel.DecisionService service : model.services()) {
      if (service.outputs().size() == 1 && !byId.containsKey(service.element().id())) {
        List<SubjectId> outputs = required(model, service.outputs().getFirst());
        outputs.forEach(output -> add(targets, service.element().id(), output));
      }
    }
  }

  private static <K> void add(Map<K, List<SubjectId>> map, K key, SubjectId decision) {
    map.computeIfAbsent(key, any -> new ArrayList<>()).add(decision);
  }

  DecisionLink of(CallTarget target) {
    return switch (target) {
      case CallTarget.Missing _ -> new DecisionLink.NoTarget();
      case CallTarget.Expression _ -> new DecisionLink.ByExpression();
      case CallTarget.Static known -> of(known.value());
    };
  }

  private DecisionLink of(String target) {
    List<SubjectId> meant = targets.getOrDefault(target, List.of());
    return switch (meant.size()) {
      case 0 -> new DecisionLink.Unresolved(target);
      case 1 -> new DecisionLink.Resolved(meant.getFirst());
      default -> new DecisionLink.Ambiguous(target, meant);
    };
  }

  /// The decisions that a reference in a model can mean; exactly one where it is clear.
  List<SubjectId> required(DecisionModel model, Reference reference) {
    if (reference.namespace().isEmpty() || reference.namespace().equals(model.namespace())) {
      SubjectId own = byFile.getOrDefault(model.file(), Map.of()).get(reference.id());
      if (own != null) {
        return List.of(own);
      }
    }
    return byNamespace.getOrDefault(
        new InNamespace(reference.namespace(), reference.id()), List.of());
  }

  /// The ids that several decisions have, with those decisions, by id.
  Map<String, List<SubjectId>> duplicates() {
    Map<String, List<SubjectId>> duplicates = new TreeMap<>(byId);
    duplicates.values().removeIf(decisions -> decisions.size() < 2);
    return duplicates;
  }
}
