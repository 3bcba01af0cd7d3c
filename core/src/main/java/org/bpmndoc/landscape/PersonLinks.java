package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.Call.Candidate;
import org.bpmndoc.landscape.Call.Link;
import org.bpmndoc.landscape.Call.Rule;
import org.bpmndoc.landscape.LinksFile.Entry;
import org.bpmndoc.landscape.Place.ProcessPlace;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;

/// What a person said of a call. It wins over every rule, also where it turns out to name nothing:
/// then the call is left alone rather than guessed at.
final class PersonLinks {

  private static final double SURE = 1.0;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final ExactLinks ids;
  private final Map<String, List<SubjectId>> byFile = new LinkedHashMap<>();

  PersonLinks(LinksFile file, ExactLinks ids, List<ProcessPlace> processes) {
    this.ids = ids;
    file.links().forEach(entry -> entries.put(entry.call(), entry));
    for (ProcessPlace place : processes) {
      byFile.computeIfAbsent(place.id().file(), any -> new ArrayList<>()).add(place.id());
    }
  }

  Optional<Link> of(SubjectId id, FlowNode.CallActivity call) {
    return Optional.ofNullable(entries.get(id.value())).map(entry -> link(entry, id, call));
  }

  private Link link(Entry entry, SubjectId id, FlowNode.CallActivity call) {
    used.add(entry.call());
    if (entry.process().equals(LinksFile.NONE)) {
      return new Link.None();
    }
    List<SubjectId> meant = processes(entry.process(), id.file());
    String who = "call activity \"" + call.element().label() + "\"";
    return switch (meant.size()) {
      case 0 -> {
        warn(
            "link-process-unknown",
            entry,
            "%s is linked to \"%s\", which is no process of the landscape"
                .formatted(who, entry.process()),
            "name a process by FILE#ID or by its id, or write none");
        yield new Link.Unresolved();
      }
      case 1 -> new Link.Resolved(meant.getFirst(), Rule.PERSON, SURE);
      default -> {
        warn(
            "link-process-ambiguous",
            entry,
            "%s is linked to \"%s\", which is %d processes; none is followed"
                .formatted(who, entry.process(), meant.size()),
            "write which one: " + meant.getFirst() + ", …");
        yield new Link.Ambiguous(
            meant.stream().map(process -> new Candidate(process, Rule.PERSON, SURE)).toList());
      }
    };
  }

  private List<SubjectId> processes(String text, String file) {
    List<SubjectId> named =
        byFile.values().stream()
            .flatMap(List::stream)
            .filter(process -> process.value().equals(text))
            .toList();
    if (!named.isEmpty()) {
      return named;
    }
    List<SubjectId> owners = ids.owners(text, file);
    return owners.isEmpty() ? byFile.getOrDefault(text, List.of()) : owners;
  }

  private void warn(String code, Entry entry, String message, String hint) {
    diagnostics.add(new Diagnostic(Severity.WARNING, code, entry.location(), message, hint));
  }

  /// What is wrong with the entries, those included that no call was found for.
  List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    for (Entry entry : entries.values()) {
      if (!used.contains(entry.call())) {
        all.add(
            new Diagnostic(
                Severity.WARNING,
                "link-call-unknown",
                entry.location(),
                "\"" + entry.call() + "\" is no call activity of the landscape",
                "name it by FILE#ID, as bpmndoc links lists them, or remove the line"));
      }
    }
    return all;
  }
}
