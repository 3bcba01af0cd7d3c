package org.bpmndoc.site;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;

/// What a site is made from. A subject without a state counts as not written. `language` is the one
/// the documents are in, `notSpoken` the one that was asked for where the offline writer does not
/// speak it. `overrides` are what people wrote over documents, `kinds` the titles of the kinds of
/// documents; what is in none is called like its kind. `look` is how people want the pages. The
/// model files are read from the landscape's folder once more, for the diagrams.
public record SiteInput(
    String title,
    Locale language,
    Optional<Locale> notSpoken,
    Landscape landscape,
    Map<SubjectId, SubjectState> states,
    Overrides overrides,
    Map<String, String> kinds,
    Look look) {

  public SiteInput {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    kinds = Map.copyOf(kinds);
  }

  /// The title of a kind of document.
  String kind(String kind) {
    return kinds.getOrDefault(kind, Words.kind(kind));
  }

  /// The same with pages as people want them.
  public SiteInput with(Look wanted) {
    return new SiteInput(title, language, notSpoken, landscape, states, overrides, kinds, wanted);
  }

  /// People have written nothing, kinds have no titles of their own, and the documents are in the
  /// language that was asked for.
  public SiteInput(
      String title, Locale language, Landscape landscape, Map<SubjectId, SubjectState> states) {
    this(
        title, language, Optional.empty(), landscape, states, Overrides.NONE, Map.of(), Look.PLAIN);
  }

  SubjectState state(SubjectId subject) {
    return states.getOrDefault(subject, new SubjectState.NotWritten());
  }
}
