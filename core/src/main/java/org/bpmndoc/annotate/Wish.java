package org.bpmndoc.annotate;

import java.util.Map;
import java.util.Optional;
import org.bpmndoc.landscape.SubjectId;

/// What is to become of the models. `only` limits it to one subject.
public sealed interface Wish {

  Optional<SubjectId> only();

  /// Each of these texts stands with its subject; `beside` also where people have written something
  /// of their own, behind that. Where a subject has no text here, what we wrote before stays; where
  /// something is no subject any more, it goes.
  record Write(Map<SubjectId, String> texts, boolean beside, Optional<SubjectId> only)
      implements Wish {
    public Write {
      texts = Map.copyOf(texts);
    }
  }

  /// Nothing of ours is in the models.
  record Remove(Optional<SubjectId> only) implements Wish {}
}
