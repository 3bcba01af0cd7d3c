package org.bpmndoc.site;

import java.util.List;

/// What became of a site: its pages, and of all its files, how many were written, were there
/// already byte for byte, and were removed because they are no longer part of it.
public record SiteSummary(int pages, int written, int unchanged, int removed) {

  /// What became of several together.
  public static SiteSummary sum(List<SiteSummary> summaries) {
    return summaries.stream()
        .reduce(
            new SiteSummary(0, 0, 0, 0),
            (one, other) ->
                new SiteSummary(
                    one.pages + other.pages,
                    one.written + other.written,
                    one.unchanged + other.unchanged,
                    one.removed + other.removed));
  }
}
