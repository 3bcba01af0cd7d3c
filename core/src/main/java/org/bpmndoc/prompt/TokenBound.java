package org.bpmndoc.prompt;

import java.nio.charset.StandardCharsets;
import org.bpmndoc.document.CanonicalJson;

/// Never less than the tokens a provider counts for a prompt, version 1: one for each byte of
/// UTF-8, and [#FRAME] for what the provider puts around it.
///
/// A tokenizer that falls back to bytes makes at least one byte out of each token, so this holds
/// for any text in any language, which no average does. It is three to four times too high for
/// plain English, and that is fine where it is used: to shorten by a rule that is the same on every
/// machine, to reserve what a request may cost, and to tell what surely fits a window. Of the rest
/// the provider's count decides. What a request will cost is estimated by [Estimates].
final class TokenBound {

  static final int VERSION = 1;

  /// Roles, separators and the provider's own words on structured output, in tokens.
  static final long FRAME = 2_000;

  private TokenBound() {}

  static long of(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// The prompt without the answer.
  static long of(Request request) {
    return FRAME + of(request.instructions()) + of(request.facts()) + ofSchema(request);
  }

  static long ofSchema(Request request) {
    return of(CanonicalJson.text(request.answerSchema()));
  }
}
