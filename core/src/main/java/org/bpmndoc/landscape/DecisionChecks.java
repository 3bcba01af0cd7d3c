package org.bpmndoc.landscape;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bpmndoc.dmn.DecisionModel;
import org.bpmndoc.landscape.Place.DecisionPlace;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;

/// What a person should know of the decisions once all files are put together.
final class DecisionChecks {

  private DecisionChecks() {}

  static List<Diagnostic> calls(List<DecisionCall> calls) {
    return calls.stream().flatMap(DecisionChecks::call).toList();
  }

  private static Stream<Diagnostic> call(DecisionCall call) {
    String who = "task \"" + call.node().element().label() + "\"";
    SourceLocation where = call.node().element().location();
    return switch (call.link()) {
      case DecisionLink.NoTarget _, DecisionLink.Resolved _ -> Stream.empty();
      case DecisionLink.Unresolved unresolved ->
          Stream.of(
              new Diagnostic(
                  Severity.WARNING,
                  "decision-unresolved",
                  where,
                  who + " asks decision \"" + unresolved.target() + "\", which no file defines",
                  "add the DMN file that defines it"));
      case DecisionLink.ByExpression _ ->
          Stream.of(
              new Diagnostic(
                  Severity.INFO,
                  "decision-by-expression",
                  where,
                  who
                      + " decides at run time which decision it asks: "
                      + call.node().decision().text(),
                  ""));
      case DecisionLink.Ambiguous ambiguous ->
          Stream.of(
              new Diagnostic(
                  Severity.WARNING,
                  "decision-ambiguous",
                  where,
                  who
                      + " asks decision \""
                      + ambiguous.target()
                      + "\", which is defined "
                      + ambiguous.decisions().size()
                      + " times, in "
                      + LandscapeChecks.listed(ambiguous.decisions())
                      + "; none is followed",
                  "keep one of them in the folder, or give each an id of its own"));
    };
  }

  /// One for each decision id that several decisions have, at the first of them.
  static List<Diagnostic> duplicates(
      Map<String, List<SubjectId>> duplicates, Map<SubjectId, Subject> subjects) {
    return duplicates.entrySet().stream()
        .map(entry -> {
          List<SubjectId> decisions = entry.getValue();
          Subject first = subjects.get(decisions.getFirst());
          return new Diagnostic(
              Severity.WARNING,
              "decision-id-duplicate",
              first == null
                  ? SourceLocation.wholeFile(decisions.getFirst().file())
                  : first.element().location(),
              "decision \""
                  + entry.getKey()
                  + "\" is defined "
                  + decisions.size()
                  + " times, in "
                  + LandscapeChecks.listed(decisions),
              "give each an id of its own: a task cannot tell them apart");
        })
        .toList();
  }

  /// One for each required decision that cannot be told.
  static List<Diagnostic> requirements(List<DecisionPlace> places, DecisionLinks links) {
    return places.stream()
        .flatMap(place ->
            place.decision().requires().decisions().stream()
                .filter(required -> links.required(place.model(), required).size() != 1)
                .map(required -> requirement(place, required)))
        .toList();
  }

  private static Diagnostic requirement(DecisionPlace place, DecisionModel.Reference required) {
    return new Diagnostic(
        Severity.WARNING,
        "requirement-unresolved",
        place.decision().element().location(),
        "decision \""
            + place.decision().element().label()
            + "\" requires decision \""
            + required.id()
            + "\", "
            + (required.namespace().isEmpty()
                ? "which is not in this file"
                : "which is not in one file with the namespace " + required.namespace()),
        "add the DMN file that defines it, or correct the requirement in the modeler");
  }
}
