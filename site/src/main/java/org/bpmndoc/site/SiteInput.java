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
/// from the landscape's folder once more, for the diagrams.
public record SiteInput(
    String title,
    Locale language,
    Landscape landscape,
    Map<SubjectId, SubjectState> states,
    Overrides overrides) {

  public SiteInput {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  /// People have written nothing.
  public SiteInput(
      String title, Locale language, Landscape landscape, Map<SubjectId, SubjectState> states) {
    this(title, language, landscape, states, Overrides.NONE);
  }

  SubjectState state(SubjectId subject) {
    return states.getOrDefault(subject, new SubjectState.NotWritten());
  }
}
