package org.bpmndoc.site;

import java.util.Locale;
import org.bpmndoc.document.Age;
import org.bpmndoc.landscape.SubjectId;

/// A subject as it is named on other pages. `href` is below the site's folder; `summary` is one
/// sentence and may be empty.
record Entry(String name, String type, String href, Standing standing, String summary) {

  enum Standing {
    DOCUMENTED("documented"),
    FAILED("failed"),
    BLOCKED("blocked"),
    DEGRADED("with a gap"),
    NOT_WRITTEN("not written");

    static final String STALE = "stale";

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /// For programs.
    String status() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// For style sheets.
    String token() {
      return words.replace(' ', '-');
    }

    static Standing of(SiteMap map, SubjectId subject) {
      return switch (map.input().state(subject)) {
        case SubjectState.Documented _ -> map.gaps(subject).isEmpty() ? DOCUMENTED : DEGRADED;
        case SubjectState.Failed _ -> FAILED;
        case SubjectState.Blocked _ -> BLOCKED;
        case SubjectState.NotWritten _ -> NOT_WRITTEN;
      };
    }

    /// What a reader should know of a document before opening it; empty where all is well.
    static String remark(SiteMap map, SubjectId subject) {
      Standing standing = of(map, subject);
      if (standing != DOCUMENTED) {
        return standing.words();
      }
      return isStale(map, subject) ? STALE : "";
    }

    /// Whether its document was written for an earlier model, or from less than is known by now.
    static boolean isStale(SiteMap map, SubjectId subject) {
      return map.input().state(subject) instanceof SubjectState.Documented written
          && written.age() != Age.CURRENT;
    }
  }

  boolean isComplete() {
    return standing == Standing.DOCUMENTED;
  }
}
