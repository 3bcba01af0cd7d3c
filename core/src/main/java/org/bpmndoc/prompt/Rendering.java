package org.bpmndoc.prompt;

import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;

/// One subject in words: the request for it, and what is known of that.
///
/// `tokensMax` is an upper bound of the prompt's tokens, the answer not counted;
/// `contextWindowTokens` is what prompt and answer may take together with its model.
public record Rendering(
    Request request,
    Fingerprint fingerprint,
    Contract contract,
    Lineage lineage,
    Aliases aliases,
    long tokensMax,
    long contextWindowTokens) {

  /// Whether prompt and longest answer fit the window whatever a provider counts. Where they do
  /// not, every child is shortened already, and only the provider's count can tell.
  public boolean isSureToFit() {
    return tokensMax + request.answerTokensMax() <= contextWindowTokens;
  }
}
