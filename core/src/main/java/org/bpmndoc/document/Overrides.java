package org.bpmndoc.document;

import java.util.Collections;
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

  /// A document of that subject as it is shown: with what people wrote in it.
  public JsonNode applyTo(SubjectId subject, JsonNode content) {
    return of(subject).map(override -> override.applyTo(content)).orElse(content);
  }
}
