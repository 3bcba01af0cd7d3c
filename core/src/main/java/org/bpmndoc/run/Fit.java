package org.bpmndoc.run;

import java.util.Locale;
import java.util.Optional;

/// Whether a request and its longest answer fit the window of its model.
sealed interface Fit {

  /// They do, by the bound or by the provider's count.
  record Fits() implements Fit {}

  /// Not by the bound, which is too high, and nobody has counted: not to be sent yet.
  record InDoubt() implements Fit {}

  /// They do not, by the provider's count: never to be sent.
  record TooLarge(long promptTokens, long answerTokensMax, long contextWindowTokens)
      implements Fit {
    String toText() {
      return String.format(
          Locale.ROOT,
          "the provider counts %,d tokens of prompt, which with the longest answer of %,d is more"
              + " than the model's window of %,d; children are shown as shortly as can be already."
              + " Split the process into sub-processes, or name a model with a larger window",
          promptTokens,
          answerTokensMax,
          contextWindowTokens);
    }
  }

  /// `promptTokensMax` is the bound, `counted` what the provider counts.
  static Fit of(
      long promptTokensMax,
      Optional<Long> counted,
      long answerTokensMax,
      long contextWindowTokens) {
    if (promptTokensMax + answerTokensMax <= contextWindowTokens) {
      return new Fits();
    }
    return counted
        .<Fit>map(tokens ->
            tokens + answerTokensMax <= contextWindowTokens
                ? new Fits()
                : new TooLarge(tokens, answerTokensMax, contextWindowTokens))
        .orElseGet(InDoubt::new);
  }
}
