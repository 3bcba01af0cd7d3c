package org.bpmndoc.emulator.offline;

import java.util.List;
import java.util.Set;

/// What a task is bound to, sorted by what it is.
record Bound(
    List<String> systems, List<String> decisions, List<String> forms, List<String> results) {

  private static final Set<String> SYSTEMS =
      Set.of("class", "connector", "implementation", "template", "topic", "type");
  private static final Set<String> DECISIONS = Set.of("decisionRef", "decisionId", "ruleFlowGroup");
  private static final Set<String> FORMS = Set.of("formKey", "formRef", "formId");
  private static final Set<String> RESULTS = Set.of("resultVariable");

  /// The word of an engine for "by a worker"; which one, the topic says.
  private static final String EXTERNAL = "external";

  static Bound of(Facts.Subject subject) {
    return new Bound(
        named(subject, SYSTEMS).stream().filter(name -> !name.equals(EXTERNAL)).toList(),
        named(subject, DECISIONS),
        named(subject, FORMS),
        named(subject, RESULTS));
  }

  private static List<String> named(Facts.Subject subject, Set<String> keys) {
    return subject.bound().entrySet().stream()
        .filter(entry -> keys.contains(entry.getKey()))
        .map(java.util.Map.Entry::getValue)
        .distinct()
        .toList();
  }
}
