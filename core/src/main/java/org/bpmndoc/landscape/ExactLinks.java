package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowNode.CallTarget;
import org.bpmndoc.landscape.Call.Candidate;
import org.bpmndoc.landscape.Call.Link;
import org.bpmndoc.landscape.Call.Rule;
import org.bpmndoc.landscape.Place.ProcessPlace;

/// What ids say, and nothing else.
///
/// In order: a process with exactly that id, one whose id is the QName's local part, a global task
/// of either. Of several processes with the id the one in the caller's own file is meant, else none
/// is.
final class ExactLinks {

  private static final double EXACT = 1.0;
  private static final double LOCAL_PART = 0.95;

  private final Map<String, List<SubjectId>> processes = new HashMap<>();
  private final Set<String> globalTasks = new HashSet<>();

  /// What was answered before, so that a thousand calls of a thousand processes with one id share
  /// one list of candidates.
  private final Map<Question, Link> answers = new HashMap<>();

  private record Question(String target, String file) {}

  ExactLinks(List<Definitions> definitions, List<ProcessPlace> places) {
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

  Link of(CallTarget target, String file) {
    return switch (target) {
      case CallTarget.Missing _ -> new Link.MissingTarget();
      case CallTarget.Expression _ -> new Link.ByExpression();
      case CallTarget.Static known ->
          answers.computeIfAbsent(
              new Question(known.value(), file), asked -> of(asked.target(), asked.file()));
    };
  }

  private Link of(String target, String file) {
    String local = localPart(target);
    return owner(target, file, Rule.PROCESS_ID, EXACT)
        .or(() -> owner(local, file, Rule.QNAME_LOCAL_PART, LOCAL_PART))
        .orElseGet(() ->
            globalTasks.contains(target) || globalTasks.contains(local)
                ? new Link.GlobalTask()
                : new Link.Unresolved());
  }

  private Optional<Link> owner(String id, String file, Rule rule, double confidence) {
    List<SubjectId> meant = owners(id, file);
    return switch (meant.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Link.Resolved(meant.getFirst(), rule, confidence));
      default ->
          Optional.of(
              new Link.Ambiguous(
                  meant.stream().map(owner -> new Candidate(owner, rule, confidence)).toList()));
    };
  }

  /// The processes with that id: those in the file itself, where it has any.
  List<SubjectId> owners(String id, String file) {
    List<SubjectId> owners = processes.getOrDefault(id, List.of());
    List<SubjectId> own = owners.stream().filter(owner -> owner.file().equals(file)).toList();
    return own.isEmpty() ? owners : own;
  }

  static String localPart(String target) {
    return target.substring(target.indexOf(':') + 1);
  }

  /// The process ids that several processes have, with their owners, by id.
  Map<String, List<SubjectId>> duplicates() {
    Map<String, List<SubjectId>> duplicates = new TreeMap<>(processes);
    duplicates.values().removeIf(owners -> owners.size() < 2);
    return duplicates;
  }
}
