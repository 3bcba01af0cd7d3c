package org.bpmndoc.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bpmndoc.landscape.SubjectId;

/// What one document was written from: each direct child, in flow order, and how it was seen; and
/// what was hidden from its writer.
///
/// `own` is the SHA-256, in hex, of what was sent of the subject itself, its children left out:
/// while it stays the same, nothing but a child can have changed. `elements` is what the aliases in
/// the document meant when it was written: once the flow is another, they mean something else.
public record Lineage(
    List<Seen> children,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Pseudonyms pseudonyms,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String own,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> elements) {

  public static final Lineage NONE = new Lineage(List.of());

  /// Journals and states from before there were pseudonyms, `own` or `elements`, have none.
  public Lineage {
    children = List.copyOf(children);
    pseudonyms = pseudonyms == null ? Pseudonyms.NONE : pseudonyms;
    own = own == null ? "" : own;
    elements =
        elements == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(elements));
  }

  /// Nothing was hidden.
  public Lineage(List<Seen> children) {
    this(children, Pseudonyms.NONE, "", Map.of());
  }

  /// The same children as they were seen, with what is known now of the subject itself.
  public Lineage withSubject(Lineage now) {
    return new Lineage(children, pseudonyms, now.own, now.elements);
  }

  /// Whether this says of the subject itself what another does.
  public boolean hasSubjectOf(Lineage now) {
    return own.equals(now.own) && elements.equals(now.elements);
  }

  /// The direct children.
  public Set<SubjectId> childIds() {
    return children.stream().map(Seen::child).collect(Collectors.toSet());
  }

  /// One child as the parent was shown it. `digest` is the SHA-256, in hex, of exactly the JSON
  /// that stood in the request, with its own texts where they were hidden there; empty where the
  /// child is missing. `note` says why a child is missing or what was shortened, else it is empty.
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
