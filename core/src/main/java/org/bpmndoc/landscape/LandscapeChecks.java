package org.bpmndoc.landscape;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.landscape.Call.Candidate;
import org.bpmndoc.landscape.Call.Link;
import org.bpmndoc.landscape.Landscape.Part;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;

/// What a person should know once all files are put together.
final class LandscapeChecks {

  private final Map<SubjectId, Subject> subjects;
  private final Map<SubjectId, List<Part>> parts;

  LandscapeChecks(Map<SubjectId, Subject> subjects, Map<SubjectId, List<Part>> parts) {
    this.subjects = subjects;
    this.parts = parts;
  }

  List<Diagnostic> calls(Collection<Call> calls) {
    return calls.stream().flatMap(LandscapeChecks::call).toList();
  }

  private static Stream<Diagnostic> call(Call call) {
    String who = "call activity \"" + call.node().element().label() + "\"";
    SourceLocation where = call.node().element().location();
    return switch (call.link()) {
      case Link.Resolved _, Link.None _ -> Stream.empty();
      // Said where the link is written.
      case Link.Unresolved _ when !(call.exact() instanceof Link.Unresolved) -> Stream.empty();
      case Link.Unresolved _ ->
          Stream.of(
              new Diagnostic(
                  Severity.WARNING,
                  "call-unresolved",
                  where,
                  who + " calls process \"" + call.target() + "\", which no file defines",
                  "add the file that defines it, or name its process in bpmndoc-links.yaml"));
      case Link.MissingTarget _ ->
          Stream.of(
              new Diagnostic(
                  Severity.WARNING,
                  "call-target-missing",
                  where,
                  who + " does not say which process it calls",
                  "set its called element to the id of a process, or name it in"
                      + " bpmndoc-links.yaml"));
      case Link.ByExpression _ ->
          Stream.of(
              new Diagnostic(
                  Severity.INFO,
                  "call-by-expression",
                  where,
                  who + " decides at run time which process it calls: " + call.target(),
                  ""));
      case Link.GlobalTask _ ->
          Stream.of(
              new Diagnostic(
                  Severity.INFO,
                  "call-global-task",
                  where,
                  who + " calls the global task \"" + call.target() + "\", which is no process",
                  ""));
      case Link.Ambiguous ambiguous ->
          Stream.of(
              new Diagnostic(
                  Severity.WARNING,
                  "call-ambiguous",
                  where,
                  who + ambiguity(call, ambiguous.candidates()) + "; none is followed",
                  "name the one that is meant in bpmndoc-links.yaml"));
    };
  }

  private static String ambiguity(Call call, List<Candidate> candidates) {
    List<SubjectId> processes = candidates.stream().map(Candidate::process).toList();
    return call.exact() instanceof Link.Ambiguous
        ? " calls process \"%s\", which is defined %d times, in %s"
            .formatted(call.target(), processes.size(), listed(processes))
        : " could mean %d processes, in %s".formatted(processes.size(), listed(processes));
  }

  /// One for each process id that several processes have, at the first of them.
  List<Diagnostic> duplicates(Map<String, List<SubjectId>> duplicates) {
    return duplicates.entrySet().stream()
        .map(entry ->
            new Diagnostic(
                Severity.WARNING,
                "process-id-duplicate",
                location(entry.getValue().getFirst()),
                "process \""
                    + entry.getKey()
                    + "\" is defined "
                    + entry.getValue().size()
                    + " times, in "
                    + listed(entry.getValue()),
                "give each an id of its own: a call from another file cannot tell them apart"))
        .toList();
  }

  /// One for each activity whose dependency is not followed.
  List<Diagnostic> recursion() {
    return parts.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(part -> !part.followed()))
        .map(Map.Entry::getKey)
        .flatMap(this::recursion)
        .toList();
  }

  private Stream<Diagnostic> recursion(SubjectId parent) {
    Map<String, SourceLocation> locations = nodeLocations(subject(parent));
    return parts.getOrDefault(parent, List.of()).stream()
        .filter(part -> !part.followed())
        .map(part ->
            new Diagnostic(
                Severity.INFO,
                "recursion-cut",
                locations.getOrDefault(part.elementId(), location(parent)),
                "recursion: \""
                    + part.elementId()
                    + "\" leads from "
                    + parent
                    + " back to "
                    + part.subject()
                    + "; this edge is not followed",
                "nothing to do: the document of "
                    + parent
                    + " is written without that child, and both documents say so"));
  }

  private static Map<String, SourceLocation> nodeLocations(Subject container) {
    FlowContent content =
        switch (container) {
          case Subject.ProcessSubject process -> process.home().content();
          case Subject.SubProcessSubject subProcess -> subProcess.node().content();
          case Subject.TaskSubject _, Subject.CallSubject _, Subject.DecisionSubject _ ->
              FlowContent.EMPTY;
        };
    Map<String, SourceLocation> locations = new HashMap<>();
    content.nodes().forEach(node -> locations.putIfAbsent(node.id(), node.element().location()));
    return locations;
  }

  private SourceLocation location(SubjectId id) {
    return subject(id).element().location();
  }

  private Subject subject(SubjectId id) {
    Subject found = subjects.get(id);
    if (found == null) {
      throw new IllegalArgumentException(id + " is not a subject");
    }
    return found;
  }

  static String listed(List<SubjectId> ids) {
    int shown = 5;
    String some = ids.stream().limit(shown).map(SubjectId::file).collect(Collectors.joining(", "));
    return ids.size() <= shown ? some : some + " and " + (ids.size() - shown) + " more";
  }
}
