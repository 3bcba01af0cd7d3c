package org.bpmndoc.emulator.token;

import java.util.regex.Pattern;

/// A way to count tokens, which approximates that of a generation of models.
///
/// Text is split into words, capitals, digits, marks, spaces and ideographs, as the tokenizers of
/// language models do it first; what they would then look up is replaced by a length for each kind
/// of piece. The lengths are fitted to what was measured from outside: 1.8 tokens for an English
/// word with the current models and 1.33 before, about one for a Chinese or Japanese character, and
/// between 2 and 3 characters of JSON to a token (docs/decisions/0019).
public enum Tokenizer {

  /// Claude 4.7 and all since.
  CURRENT(4, 2),

  /// Those before. Only words of Latin letters were longer.
  EARLIER(7, 3);

  private static final Pattern EARLIER_MODELS =
      Pattern.compile("claude-[a-z]+-4(-[0-6])?(-\\d{8})?|claude-3.*");

  private final int letters;
  private final int accented;

  Tokenizer(int letters, int accented) {
    this.letters = letters;
    this.accented = accented;
  }

  public static Tokenizer of(String model) {
    return EARLIER_MODELS.matcher(model).matches() ? EARLIER : CURRENT;
  }

  /// One that has read nothing yet.
  public TokenMeter meter() {
    return new TokenMeter(letters, accented);
  }

  public long count(CharSequence text) {
    TokenMeter meter = meter();
    meter.read(text);
    return meter.tokens();
  }

  /// The longest beginning of a text that has at most `tokens` tokens.
  public String first(String text, long tokens) {
    TokenMeter meter = meter();
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      meter.take(codePoint);
      if (meter.tokens() > tokens) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }
}
