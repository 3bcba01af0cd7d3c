package org.bpmndoc.site;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;

/// What a site is made from. A subject without a state counts as not written. `language` is the one
/// the documents are in, and `overrides` are what people wrote over them. The model files are read
/// from the landscape's folder once more, for the diagrams. `kinds` are the titles of the kinds of
/// documents; what is in none is called like its kind.
public record SiteInput(
    String title,
    Locale language,
    Landscape landscape,
    Map<SubjectId, SubjectState> states,
    Overrides overrides,
    Map<String, String> kinds) {

  public SiteInput {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    kinds = Map.copyOf(kinds);
  }

  /// The title of a kind of document.
  String kind(String kind) {
    return kinds.getOrDefault(kind, Words.kind(kind));
  }

  /// People have written nothing, and kinds have no titles of their own.
  public SiteInput(
      String title, Locale language, Landscape landscape, Map<SubjectId, SubjectState> states) {
    this(title, language, landscape, states, Overrides.NONE, Map.of());
  }

  SubjectState state(SubjectId subject) {
    return states.getOrDefault(subject, new SubjectState.NotWritten());
  }
}
