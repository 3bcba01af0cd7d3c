package org.bpmndoc.prompt;

import java.util.Locale;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.SubjectId;

/// What came of rendering one subject.
public sealed interface Rendering {

  /// A request that fits the model's window. `tokensMax` is an upper bound of the prompt's tokens,
  /// the answer not counted.
  record Ready(
      Request request,
      Fingerprint fingerprint,
      Contract contract,
      Lineage lineage,
      Aliases aliases,
      long tokensMax)
      implements Rendering {}

  /// Not to be sent: with every child shortened, prompt and longest answer may still take `tokens`
  /// of a window of `window`.
  record TooLarge(SubjectId subject, long tokens, long window) implements Rendering {
    public String toText() {
      return String.format(
          Locale.ROOT,
          "prompt and answer can take up to %,d tokens, and the model's window holds %,d;"
              + " every child is shown by its summary alone already."
              + " Split the process into sub-processes, or name a model with a larger window",
          tokens,
          window);
    }
  }
}
