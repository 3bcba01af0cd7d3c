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
import org.bpmndoc.bpmn.FlowNode.CallTarget;
import org.bpmndoc.dmn.DecisionModel;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.landscape.Landscape.FileCounts;
import org.bpmndoc.landscape.Landscape.Part;
import org.bpmndoc.landscape.Place.ActivityPlace;
import org.bpmndoc.landscape.Place.DecisionPlace;
import org.bpmndoc.landscape.Place.ProcessPlace;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.FileReading;

/// Puts the readings of all files together: names, links, subjects, parts, graphs, in that order.
final class LandscapeBuilder {

  private final List<Place> places = new ArrayList<>();
  private final Map<FlowNode, SubjectId> names = new IdentityHashMap<>();
  private final Map<SubjectId, Call> calls = new LinkedHashMap<>();
  private final Map<SubjectId, DecisionCall> decisionCalls = new LinkedHashMap<>();

  /// From one process to another, or to itself: none of the calls between them is followed.
  private final Set<DependencyGraph.Cut<SubjectId>> unfollowed = new HashSet<>();

  private final Map<SubjectId, Subject> subjects = new LinkedHashMap<>();
  private final Map<SubjectId, List<Part>> parts = new LinkedHashMap<>();

  private LandscapeBuilder() {}

  static Landscape build(String directory, Readings readings, LinksFile linksFile) {
    return new LandscapeBuilder().put(directory, readings, linksFile);
  }

  private Landscape put(String directory, Readings readings, LinksFile linksFile) {
    List<Definitions> definitions = FileReading.contents(readings.processes());
    List<DecisionModel> models = FileReading.contents(readings.decisions());
    definitions.forEach(file -> places.addAll(Place.of(file)));
    List<DecisionPlace> decisions =
        models.stream().flatMap(file -> Place.of(file).stream()).toList();
    Links links = new Links(definitions, processPlaces(), linksFile);
    DecisionLinks decisionLinks = new DecisionLinks(models, decisions);
    for (Place place : places) {
      if (place instanceof ActivityPlace activity) {
        names.put(activity.node(), activity.id());
        link(activity, links, decisionLinks);
      }
    }
    places.addAll(decisions);
    List<Call> linked = List.copyOf(calls.values());
    DependencyGraph<SubjectId> callGraph =
        Landscape.callGraph(
            processPlaces().stream().map(ProcessPlace::id).toList(), linked, Call::resolvedTo);
    unfollowed.addAll(callGraph.cuts());
    places.forEach(place -> subject(place).ifPresent(found -> subjects.put(found.id(), found)));
    subjects.values().forEach(subject -> addParts(subject, decisionLinks));
    DependencyGraph<SubjectId> dependencies =
        DependencyGraph.of(subjects.keySet(), id -> childrenOf(id));
    markUnfollowed(dependencies);

    List<DecisionCall> asked = List.copyOf(decisionCalls.values());
    List<Diagnostic> diagnostics = new ArrayList<>(readings.diagnostics());
    diagnostics.addAll(linksFile.diagnostics());
    diagnostics.addAll(links.diagnostics());
    LandscapeChecks checks = new LandscapeChecks(subjects, parts);
    diagnostics.addAll(checks.calls(linked));
    diagnostics.addAll(checks.duplicates(links.duplicates()));
    diagnostics.addAll(checks.recursion());
    diagnostics.addAll(DecisionChecks.calls(asked));
    diagnostics.addAll(DecisionChecks.duplicates(decisionLinks.duplicates(), subjects));
    diagnostics.addAll(DecisionChecks.requirements(decisions, decisionLinks));
    return new Landscape(
        directory,
        FileCounts.of(readings.processes()),
        FileCounts.of(readings.decisions()),
        definitions,
        models,
        subjects,
        parts,
        dependencies,
        callGraph,
        linked,
        asked,
        diagnostics);
  }

  private void link(ActivityPlace place, Links links, DecisionLinks decisionLinks) {
    switch (place.node()) {
      case FlowNode.CallActivity node -> calls.put(place.id(), links.of(place, node));
      case FlowNode.Task node when !(node.decision() instanceof CallTarget.Missing) ->
          decisionCalls.put(
              place.id(), new DecisionCall(place.id(), node, decisionLinks.of(node.decision())));
      case FlowNode.Task _, FlowNode.SubProcess _ -> {}
    }
  }

  private List<ProcessPlace> processPlaces() {
    return places.stream()
        .filter(ProcessPlace.class::isInstance)
        .map(ProcessPlace.class::cast)
        .toList();
  }

  /// The subject at a place; none for a call whose process is in the landscape, nor for a task
  /// whose decision is.
  private Optional<Subject> subject(Place place) {
    return switch (place) {
      case ProcessPlace process ->
          Optional.of(new Subject.ProcessSubject(process.id(), process.file(), process.process()));
      case ActivityPlace activity -> activitySubject(activity);
      case DecisionPlace decision ->
          Optional.of(
              new Subject.DecisionSubject(decision.id(), decision.model(), decision.decision()));
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
      case FlowNode.Task node -> {
        DecisionLink decision = decision(place.id());
        yield decision.resolvedTo().isPresent()
            ? Optional.empty()
            : Optional.of(
                new Subject.TaskSubject(
                    place.id(), file, home, place.within(), place.container(), node, decision));
      }
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

  private void addParts(Subject subject, DecisionLinks links) {
    switch (subject) {
      case Subject.ProcessSubject process -> addParts(process.id(), process.home().content());
      case Subject.SubProcessSubject subProcess ->
          addParts(subProcess.id(), subProcess.node().content());
      case Subject.DecisionSubject decision -> addParts(decision, links);
      case Subject.TaskSubject _, Subject.CallSubject _ -> {}
    }
  }

  private void addParts(SubjectId container, FlowContent content) {
    List<Part> found = new ArrayList<>();
    for (FlowNode node : FlowOrder.of(content)) {
      SubjectId name = names.get(node);
      if (name != null) {
        found.add(part(node, name));
      }
    }
    parts.put(container, List.copyOf(found));
  }

  private Part part(FlowNode node, SubjectId name) {
    return switch (node) {
      case FlowNode.CallActivity _ -> part(name, call(name));
      case FlowNode.Task _ -> new Part(node.id(), decision(name).resolvedTo().orElse(name), true);
      case FlowNode.SubProcess _, FlowNode.Event _, FlowNode.Gateway _ ->
          new Part(node.id(), name, true);
    };
  }

  private Part part(SubjectId name, Call call) {
    SubjectId child = call.resolvedTo().orElse(name);
    boolean cut = unfollowed.contains(new DependencyGraph.Cut<>(call.caller(), child));
    return new Part(call.node().id(), child, !cut);
  }

  private void addParts(Subject.DecisionSubject decision, DecisionLinks links) {
    List<Part> found = new ArrayList<>();
    for (DecisionModel.Reference required : decision.decision().requires().decisions()) {
      List<SubjectId> meant = links.required(decision.model(), required);
      if (meant.size() == 1) {
        found.add(new Part(required.id(), meant.getFirst(), true));
      }
    }
    parts.put(decision.id(), List.copyOf(found));
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

  private DecisionLink decision(SubjectId id) {
    DecisionCall found = decisionCalls.get(id);
    return found == null ? new DecisionLink.NoTarget() : found.link();
  }
}
