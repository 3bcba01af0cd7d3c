package org.bpmndoc.document;

import java.util.List;
import org.bpmndoc.landscape.SubjectId;

/// What one document was written from: each direct child, in flow order, and how it was seen.
public record Lineage(List<Seen> children) {

  public static final Lineage NONE = new Lineage(List.of());

  public Lineage {
    children = List.copyOf(children);
  }

  /// One child as the parent was shown it. `digest` is the SHA-256, in hex, of exactly the JSON
  /// that stood in the request; empty where the child is missing. `note` says why a child is
  /// missing or what was shortened, else it is empty.
  public record Seen(
      SubjectId child, String digest, Fidelity fidelity, Source source, String note) {}

  /// How a parent sees a child. OUTLINE is drawn from the child's facts, without a document.
  public enum Fidelity {
    FULL,
    SUMMARY,
    OUTLINE,
    MISSING
  }

  /// Where the child's document came from. NONE goes with OUTLINE and MISSING.
  public enum Source {
    THIS_RUN,
    CURRENT,
    STALE,
    NONE
  }
}
