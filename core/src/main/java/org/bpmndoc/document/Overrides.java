package org.bpmndoc.document;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bpmndoc.landscape.SubjectId;
import tools.jackson.databind.JsonNode;

/// What people wrote about the subjects of a landscape, by subject.
public record Overrides(Map<SubjectId, SubjectOverride> bySubject) {

  public static final Overrides NONE = new Overrides(Map.of());

  public Overrides {
    bySubject = Collections.unmodifiableSortedMap(new TreeMap<>(bySubject));
  }

  public Optional<SubjectOverride> of(SubjectId subject) {
    return Optional.ofNullable(bySubject.get(subject));
  }

  /// What people wrote in the document of a subject.
  public Optional<SubjectOverride> words(SubjectId subject) {
    return of(subject).filter(SubjectOverride::hasWords);
  }

  /// Who answers for a subject, as far as people have said.
  public Stewardship stewardship(SubjectId subject) {
    return of(subject).map(SubjectOverride::stewardship).orElse(Stewardship.NONE);
  }

  /// A document of that subject as it is shown: with what people wrote in it.
  public JsonNode applyTo(SubjectId subject, JsonNode content) {
    return of(subject).map(override -> override.applyTo(content)).orElse(content);
  }

  /// Those of a document's findings that are about words still to be seen.
  public List<Finding> findingsShown(SubjectId subject, Document document) {
    Optional<SubjectOverride> override = of(subject);
    return document.findings().stream()
        .filter(finding -> override.stream().noneMatch(words -> words.hides(finding)))
        .toList();
  }
}
