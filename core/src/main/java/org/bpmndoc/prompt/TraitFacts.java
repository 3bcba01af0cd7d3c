package org.bpmndoc.prompt;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Traits;

/// Names of what activities and processes declare, sorted, without those that tools make up.
final class TraitFacts {

  /// Begins the names that bpmn-js gives to what it needs and nobody drew.
  private static final String MADE_UP = "__";

  /// Declared by jBPM on each task it shows to a person, `TaskName` always: how its engine is told
  /// whose task it is.
  private static final Set<String> OF_THE_ENGINE =
      Set.of(
          "ActorId",
          "Comment",
          "Content",
          "CreatedBy",
          "GroupId",
          "Locale",
          "NodeName",
          "NotCompletedNotify",
          "NotCompletedReassign",
          "NotStartedNotify",
          "NotStartedReassign",
          "Priority",
          "Skippable",
          "SwimlaneActorId",
          "TaskName");

  private TraitFacts() {}

  static List<String> inputs(Traits traits, VendorFacts vendor) {
    return names(traits.inputs(), vendor.all(VendorRules.INPUTS));
  }

  static List<String> outputs(Traits traits, VendorFacts vendor) {
    return names(traits.outputs(), vendor.all(VendorRules.OUTPUTS));
  }

  static List<String> properties(Traits traits) {
    return names(traits.properties(), List.of());
  }

  static List<String> roles(Traits traits) {
    return names(traits.roles(), List.of());
  }

  private static List<String> names(List<String> bpmn, List<String> vendor) {
    Set<String> engine = bpmn.contains("TaskName") ? OF_THE_ENGINE : Set.of();
    return Stream.concat(bpmn.stream(), vendor.stream())
        .map(Words::line)
        .filter(name -> !name.startsWith(MADE_UP) && !engine.contains(name))
        .filter(name -> !Words.isExpression(name))
        .distinct()
        .sorted()
        .toList();
  }
}
