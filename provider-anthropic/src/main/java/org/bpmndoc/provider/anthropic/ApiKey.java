package org.bpmndoc.provider.anthropic;

import java.util.regex.Pattern;

/// The secret that requests are sent with. Nothing but the request's header ever shows it.
public final class ApiKey {

  private static final Pattern FIT_FOR_A_HEADER = Pattern.compile("[\\x21-\\x7e]+");
  private static final String SHOWN_INSTEAD = "[api key]";

  private final String value;

  /// Space around the key, such as the end of a line it was read from, is taken off. Throws
  /// IllegalArgumentException, which does not quote it, where the rest cannot be a key.
  public ApiKey(String value) {
    String key = value.strip();
    if (!FIT_FOR_A_HEADER.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "an API key is one word of letters, digits and signs; what was given is "
              + (key.isEmpty() ? "empty" : "something else"));
    }
    this.value = key;
  }

  String value() {
    return value;
  }

  /// The text without the key, should somebody have repeated it in there.
  String hiddenIn(String text) {
    return text.replace(value, SHOWN_INSTEAD);
  }

  @Override
  public String toString() {
    return SHOWN_INSTEAD;
  }
}
