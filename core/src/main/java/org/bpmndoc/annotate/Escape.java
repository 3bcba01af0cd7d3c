package org.bpmndoc.annotate;

import java.util.Optional;
import java.util.function.IntPredicate;

/// Writes a text as the content of an element.
final class Escape {

  private Escape() {}

  /// Line ends become `lineEnd`, what the file does not hold as it is becomes a reference by
  /// number. Empty where there is a character that no XML can hold.
  static Optional<String> of(String text, String lineEnd, IntPredicate holds) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int c : text.replace("\r\n", "\n").codePoints().toArray()) {
      if (!isXml(c)) {
        return Optional.empty();
      }
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '\n' -> escaped.append(lineEnd);
        default -> {
          if (isPlain(c) && holds.test(c)) {
            escaped.appendCodePoint(c);
          } else {
            escaped.append("&#x").append(Integer.toHexString(c).toUpperCase()).append(';');
          }
        }
      }
    }
    return Optional.of(escaped.toString());
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c >= ' ' && c < 0x7F
        || c >= 0xA0 && c < Character.MIN_SURROGATE
        || c > Character.MAX_SURROGATE && c < 0xFFFE
        || c > 0xFFFF;
  }

  /// Some read U+2028 as a line end; what has no shape is better seen for what it is.
  private static boolean isPlain(int c) {
    return c == '\t'
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.PRIVATE_USE,
              Character.UNASSIGNED ->
              false;
          default -> true;
        };
  }
}
