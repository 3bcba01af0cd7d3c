package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowNode.CallActivity;
import org.bpmndoc.bpmn.FlowNode.CallTarget;
import org.bpmndoc.landscape.Call.Link;
import org.bpmndoc.landscape.Call.Rule;
import org.bpmndoc.landscape.Place.ProcessPlace;

/// Decides which process each call activity calls.
///
/// The rules in order: a process with exactly that id, one whose id is the QName's local part, a
/// global task of either. Of several processes with the id the one in the caller's own file is
/// meant, else none is.
final class Links {

  private static final double EXACT = 1.0;
  private static final double LOCAL_PART = 0.95;

  private final Map<String, List<SubjectId>> processes = new HashMap<>();
  private final Set<String> globalTasks = new HashSet<>();

  Links(List<Definitions> definitions, List<ProcessPlace> places) {
    for (ProcessPlace place : places) {
      if (!place.process().id().isEmpty()) {
        processes.computeIfAbsent(place.process().id(), id -> new ArrayList<>()).add(place.id());
      }
    }
    for (Definitions file : definitions) {
      file.globalTasks().forEach(task -> globalTasks.add(task.element().id()));
    }
    globalTasks.remove("");
  }

  Link of(CallActivity call, String file) {
    return switch (call.target()) {
      case CallTarget.Missing _ -> new Link.MissingTarget();
      case CallTarget.Expression _ -> new Link.ByExpression();
      case CallTarget.Static target -> of(target.value(), file);
    };
  }

  private Link of(String target, String file) {
    String local = target.substring(target.indexOf(':') + 1);
    return owner(target, file, Rule.PROCESS_ID, EXACT)
        .or(() -> owner(local, file, Rule.QNAME_LOCAL_PART, LOCAL_PART))
        .orElseGet(() ->
            globalTasks.contains(target) || globalTasks.contains(local)
                ? new Link.GlobalTask()
                : new Link.Unresolved());
  }

  private Optional<Link> owner(String id, String file, Rule rule, double confidence) {
    List<SubjectId> owners = processes.getOrDefault(id, List.of());
    List<SubjectId> own = owners.stream().filter(owner -> owner.file().equals(file)).toList();
    List<SubjectId> meant = own.isEmpty() ? owners : own;
    return switch (meant.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Link.Resolved(meant.getFirst(), rule, confidence));
      default -> Optional.of(new Link.Ambiguous(meant));
    };
  }

  /// The process ids that several processes have, with their owners, by id.
  Map<String, List<SubjectId>> duplicates() {
    Map<String, List<SubjectId>> duplicates = new java.util.TreeMap<>(processes);
    duplicates.values().removeIf(owners -> owners.size() < 2);
    return duplicates;
  }
}
