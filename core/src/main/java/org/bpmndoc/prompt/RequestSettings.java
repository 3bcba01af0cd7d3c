package org.bpmndoc.prompt;

/// What is the same for all requests of a run. `language` is a BCP 47 tag, `thinkingTokens` the
/// room for thinking that comes on top of each contract's longest answer, `redaction` what of the
/// landscape is not sent.
public record RequestSettings(
    String model,
    long contextWindowTokens,
    String language,
    int thinkingTokens,
    Redaction redaction) {

  /// Everything may be sent.
  public RequestSettings(
      String model, long contextWindowTokens, String language, int thinkingTokens) {
    this(model, contextWindowTokens, language, thinkingTokens, Redaction.NONE);
  }

  public RequestSettings {
    if (!isLanguage(language)) {
      throw new IllegalArgumentException(
          "expected a language tag such as en or sv-SE, found " + language);
    }
    if (contextWindowTokens <= 0 || thinkingTokens < 0) {
      throw new IllegalArgumentException(
          "expected a window of at least 1 token and no negative room for thinking, found "
              + contextWindowTokens
              + " and "
              + thinkingTokens);
    }
  }

  /// Whether this could be a BCP 47 tag.
  public static boolean isLanguage(String tag) {
    return tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  }
}
