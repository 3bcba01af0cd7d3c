package org.bpmndoc.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.cli.LeftOut.Reason;
import org.bpmndoc.document.Age;
import org.bpmndoc.document.Finding.Grade;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.run.Coverage;
import org.bpmndoc.run.Coverage.Stored;
import tools.jackson.databind.node.JsonNodeFactory;

/// The summaries that are to stand in the models, as pages show them, and who is left out.
record Summaries(Map<SubjectId, String> texts, List<LeftOut> leftOut) {

  private static final String SUMMARY = "summary";

  /// What is included though it is not current, not of a model, or not right.
  record Included(boolean stale, boolean findings, boolean drafts) {}

  /// Of all subjects of the landscape, or of one.
  static Summaries of(
      Landscape landscape,
      Coverage coverage,
      Overrides overrides,
      Included included,
      Optional<SubjectId> only) {
    Map<SubjectId, String> texts = new LinkedHashMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    coverage
        .subjects()
        .forEach((subject, stored) -> {
          if (only.isPresent() && !only.get().equals(subject)) {
            return;
          }
          String text = summary(subject, stored, overrides).strip();
          Optional<Reason> against =
              landscape.subject(subject) instanceof Subject.DecisionSubject
                  ? Optional.of(Reason.DECISION)
                  : against(subject, stored, overrides, included)
                      .or(() -> text.isEmpty() ? Optional.of(Reason.EMPTY) : Optional.empty());
          against.ifPresentOrElse(
              reason -> leftOut.add(new LeftOut(subject, reason)), () -> texts.put(subject, text));
        });
    return new Summaries(texts, leftOut);
  }

  private static String summary(SubjectId subject, Stored stored, Overrides overrides) {
    return overrides
        .applyTo(
            subject,
            stored instanceof Stored.Written written
                ? written.document().content()
                : JsonNodeFactory.instance.objectNode())
        .path(SUMMARY)
        .asString("");
  }

  /// What a person has put in place of a summary is neither out of date nor a draft.
  private static Optional<Reason> against(
      SubjectId subject, Stored stored, Overrides overrides, Included included) {
    if (overrides.of(subject).filter(words -> words.replaces().contains(SUMMARY)).isPresent()) {
      return Optional.empty();
    }
    if (!(stored instanceof Stored.Written written)) {
      return Optional.of(Reason.NO_DOCUMENT);
    }
    if (!included.drafts() && written.document().origin().provider().equals(Provider.OFFLINE)) {
      return Optional.of(Reason.DRAFT);
    }
    if (!included.stale() && written.age() != Age.CURRENT) {
      return Optional.of(Reason.STALE);
    }
    return !included.findings()
            && overrides.findingsShown(subject, written.document()).stream()
                .anyMatch(finding -> finding.grade().isAtLeast(Grade.CONTRADICTION))
        ? Optional.of(Reason.FINDING)
        : Optional.empty();
  }
}
