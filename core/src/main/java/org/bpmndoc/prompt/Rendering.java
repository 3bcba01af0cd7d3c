package org.bpmndoc.prompt;

import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.SubjectId;

/// What putting a subject into words came to.
public sealed interface Rendering {

  /// To be sent as it is. `inputTokensMax` is an upper bound of what the prompt counts.
  record Ready(
      Request request,
      Fingerprint fingerprint,
      Contract contract,
      Lineage lineage,
      Aliases aliases,
      long inputTokensMax)
      implements Rendering {}

  /// Would not fit the model's window, even with its children shortened as far as the profile lets
  /// them.
  record TooLarge(SubjectId subject, long tokens, long window) implements Rendering {}
}
