package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.bpmn.FlowContent;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.landscape.Landscape.FileCounts;
import org.bpmndoc.landscape.Landscape.Part;
import org.bpmndoc.landscape.Place.ActivityPlace;
import org.bpmndoc.landscape.Place.ProcessPlace;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.FileReading;

/// Puts the readings of all files together: names, links, subjects, parts, graphs, in that order.
final class LandscapeBuilder {

  private final List<Place> places = new ArrayList<>();
  private final Map<FlowNode, SubjectId> names = new IdentityHashMap<>();
  private final Map<SubjectId, Call> calls = new LinkedHashMap<>();

  /// From one process to another, or to itself: none of the calls between them is followed.
  private final Set<DependencyGraph.Cut<SubjectId>> unfollowed = new HashSet<>();

  private final Map<SubjectId, Subject> subjects = new LinkedHashMap<>();
  private final Map<SubjectId, List<Part>> parts = new LinkedHashMap<>();

  private LandscapeBuilder() {}

  static Landscape build(
      String directory,
      List<FileReading<Definitions>> readings,
      LinksFile linksFile,
      List<Diagnostic> readingDiagnostics) {
    List<Definitions> definitions =
        readings.stream()
            .<Definitions>mapMulti((reading, parsed) -> {
              if (reading instanceof FileReading.Parsed<Definitions> found) {
                parsed.accept(found.content());
              }
            })
            .toList();
    return new LandscapeBuilder()
        .build(directory, counts(readings), definitions, linksFile, readingDiagnostics);
  }

  private static FileCounts counts(List<FileReading<Definitions>> readings) {
    int parsed = 0;
    int malformed = 0;
    int otherRoot = 0;
    for (FileReading<Definitions> reading : readings) {
      switch (reading) {
        case FileReading.Parsed<Definitions> _ -> parsed++;
        case FileReading.Malformed<Definitions> _ -> malformed++;
        case FileReading.OtherRoot<Definitions> _ -> otherRoot++;
      }
    }
    return new FileCounts(readings.size(), parsed, malformed, otherRoot);
  }

  private Landscape build(
      String directory,
      FileCounts files,
      List<Definitions> definitions,
      LinksFile linksFile,
      List<Diagnostic> readingDiagnostics) {
    definitions.forEach(file -> places.addAll(Place.of(file)));
    Links links = new Links(definitions, processPlaces(), linksFile);
    for (Place place : places) {
      if (place instanceof ActivityPlace activity) {
        names.put(activity.node(), activity.id());
        if (activity.node() instanceof FlowNode.CallActivity node) {
          calls.put(activity.id(), links.of(activity, node));
        }
      }
    }
    List<Call> linked = List.copyOf(calls.values());
    DependencyGraph<SubjectId> callGraph =
        Landscape.callGraph(
            processPlaces().stream().map(ProcessPlace::id).toList(), linked, Call::resolvedTo);
    unfollowed.addAll(callGraph.cuts());
    places.forEach(place -> subject(place).ifPresent(found -> subjects.put(found.id(), found)));
    subjects.values().forEach(this::addParts);
    DependencyGraph<SubjectId> dependencies =
        DependencyGraph.of(subjects.keySet(), id -> childrenOf(id));
    markUnfollowed(dependencies);

    List<Diagnostic> diagnostics = new ArrayList<>(readingDiagnostics);
    diagnostics.addAll(linksFile.diagnostics());
    diagnostics.addAll(links.diagnostics());
    LandscapeChecks checks = new LandscapeChecks(subjects, parts);
    diagnostics.addAll(checks.calls(linked));
    diagnostics.addAll(checks.duplicates(links.duplicates()));
    diagnostics.addAll(checks.recursion());
    return new Landscape(
        directory,
        files,
        definitions,
        subjects,
        parts,
        dependencies,
        callGraph,
        linked,
        diagnostics);
  }

  private List<ProcessPlace> processPlaces() {
    return places.stream()
        .filter(ProcessPlace.class::isInstance)
        .map(ProcessPlace.class::cast)
        .toList();
  }

  /// The subject at a place; none for a call whose process is in the landscape.
  private Optional<Subject> subject(Place place) {
    return switch (place) {
      case ProcessPlace process ->
          Optional.of(new Subject.ProcessSubject(process.id(), process.file(), process.process()));
      case ActivityPlace activity -> activitySubject(activity);
    };
  }

  private Optional<Subject> activitySubject(ActivityPlace place) {
    Definitions file = place.home().file();
    Definitions.Process home = place.home().process();
    return switch (place.node()) {
      case FlowNode.SubProcess node ->
          Optional.of(
              new Subject.SubProcessSubject(
                  place.id(), file, home, place.within(), place.container(), node));
      case FlowNode.Task node ->
          Optional.of(
              new Subject.TaskSubject(
                  place.id(), file, home, place.within(), place.container(), node));
      case FlowNode.CallActivity node -> {
        Call call = call(place.id());
        yield call.resolvedTo().isPresent()
            ? Optional.empty()
            : Optional.of(
                new Subject.CallSubject(
                    place.id(), file, home, place.within(), place.container(), node, call));
      }
    };
  }

  private void addParts(Subject subject) {
    switch (subject) {
      case Subject.ProcessSubject process -> addParts(process.id(), process.home().content());
      case Subject.SubProcessSubject subProcess ->
          addParts(subProcess.id(), subProcess.node().content());
      case Subject.TaskSubject _, Subject.CallSubject _ -> {}
    }
  }

  private void addParts(SubjectId container, FlowContent content) {
    List<Part> found = new ArrayList<>();
    for (FlowNode node : FlowOrder.of(content)) {
      SubjectId name = names.get(node);
      if (name != null) {
        found.add(
            node instanceof FlowNode.CallActivity
                ? part(name, call(name))
                : new Part(node.id(), name, true));
      }
    }
    parts.put(container, List.copyOf(found));
  }

  private Part part(SubjectId name, Call call) {
    SubjectId child = call.resolvedTo().orElse(name);
    boolean cut = unfollowed.contains(new DependencyGraph.Cut<>(call.caller(), child));
    return new Part(call.node().id(), child, !cut);
  }

  private List<SubjectId> childrenOf(SubjectId id) {
    return parts.getOrDefault(id, List.of()).stream()
        .filter(Part::followed)
        .map(Part::subject)
        .distinct()
        .toList();
  }

  /// Calls were cut before; whatever else leads back is not followed either.
  private void markUnfollowed(DependencyGraph<SubjectId> dependencies) {
    for (DependencyGraph.Cut<SubjectId> cut : dependencies.cuts()) {
      parts.computeIfPresent(
          cut.parent(),
          (parent, before) ->
              before.stream()
                  .map(part ->
                      part.subject().equals(cut.child())
                          ? new Part(part.elementId(), part.subject(), false)
                          : part)
                  .toList());
    }
  }

  private Call call(SubjectId id) {
    Call found = calls.get(id);
    if (found == null) {
      throw new IllegalStateException(id + " was not linked; this is a bug in LandscapeBuilder");
    }
    return found;
  }
}
