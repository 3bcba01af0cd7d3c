package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.dmn.DecisionModel;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.FileReading;

/// All BPMN and DMN files under one folder, read together.
///
/// `subjects` are in document order, file by file, a container before what it contains, decisions
/// last. `parts` gives what the document of a subject is written from: for each process and
/// sub-process in flow order, for a decision those that it requires in the order of its file.
/// `callGraph` has all processes and whom they call by a followed link, recursion cut;
/// `dependencies` is `parts` as a graph, cut at the same calls. `calls` has every call activity,
/// also those that are no subjects, `decisionCalls` every task that names a decision.
public record Landscape(
    String directory,
    FileCounts files,
    FileCounts decisionFiles,
    List<Definitions> definitions,
    List<DecisionModel> decisionModels,
    Map<SubjectId, Subject> subjects,
    Map<SubjectId, List<Part>> parts,
    DependencyGraph<SubjectId> dependencies,
    DependencyGraph<SubjectId> callGraph,
    List<Call> calls,
    List<DecisionCall> decisionCalls,
    List<Diagnostic> diagnostics) {

  public Landscape {
    definitions = List.copyOf(definitions);
    decisionModels = List.copyOf(decisionModels);
    subjects = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    calls = List.copyOf(calls);
    decisionCalls = List.copyOf(decisionCalls);
    diagnostics = diagnostics.stream().sorted().toList();
  }

  /// How many candidate files were found and what they turned out to be.
  public record FileCounts(int candidates, int parsed, int malformed, int otherRoot) {

    /// Both together.
    public FileCounts plus(FileCounts more) {
      return new FileCounts(
          candidates + more.candidates,
          parsed + more.parsed,
          malformed + more.malformed,
          otherRoot + more.otherRoot);
    }

    static <T> FileCounts of(List<FileReading<T>> readings) {
      int parsed = 0;
      int malformed = 0;
      int otherRoot = 0;
      for (FileReading<T> reading : readings) {
        switch (reading) {
          case FileReading.Parsed<T> _ -> parsed++;
          case FileReading.Malformed<T> _ -> malformed++;
          case FileReading.OtherRoot<T> _ -> otherRoot++;
        }
      }
      return new FileCounts(readings.size(), parsed, malformed, otherRoot);
    }
  }

  /// One activity of a process or sub-process and the subject that documents it: the activity's
  /// own, or for a call or a task that is linked, the process that is called or the decision that
  /// is asked; or one decision that a decision requires. `followed` is false where the dependency
  /// closes a recursion and was cut: the documents at both ends say so, and this one is written
  /// without that child.
  public record Part(String elementId, SubjectId subject, boolean followed) {}

  public Subject subject(SubjectId id) {
    Subject found = subjects.get(id);
    if (found == null) {
      throw new IllegalArgumentException(id + " is not a subject of " + directory);
    }
    return found;
  }

  /// What the document of a subject is written from, in flow order; empty for a leaf.
  public List<Part> parts(SubjectId id) {
    return parts.getOrDefault(id, List.of());
  }

  /// Whether a process is called again from within itself, by a call that is not followed.
  public boolean isRecursive(SubjectId process) {
    return callGraph.allParents(process).size() > callGraph.parents(process).size();
  }

  /// A recursion is cut by the ids of its processes. Where they stand, in which file and where in
  /// it, decides only between two with one id.
  private static final Comparator<SubjectId> BY_ELEMENT =
      Comparator.comparing(SubjectId::element).thenComparing(SubjectId::file);

  /// Who calls whom, by the link of each call that `followed` gives.
  static DependencyGraph<SubjectId> callGraph(
      List<SubjectId> processes, List<Call> calls, Function<Call, Optional<SubjectId>> followed) {
    Map<SubjectId, List<SubjectId>> called = new LinkedHashMap<>();
    for (Call call : calls) {
      followed
          .apply(call)
          .ifPresent(
              target -> called.computeIfAbsent(call.caller(), id -> new ArrayList<>()).add(target));
    }
    return DependencyGraph.of(processes, id -> called.getOrDefault(id, List.of()), BY_ELEMENT);
  }
}
