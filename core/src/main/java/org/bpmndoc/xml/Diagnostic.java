package org.bpmndoc.xml;

import java.util.Comparator;
import java.util.regex.Pattern;

/// Something a person should know about a file: what is wrong, where, and what to do about it.
///
/// `code` is stable and in kebab-case (`call-unresolved`), for programs. `message` says what was
/// expected and what was found, `hint` what to do; the hint may be empty. Both quote files, so
/// characters in them that control a terminal or the direction of writing become blanks: a
/// diagnostic cannot move a cursor, pretend to be two or read differently from what it says.
public record Diagnostic(
    Severity severity, String code, SourceLocation location, String message, String hint)
    implements Comparable<Diagnostic> {

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

  public Diagnostic {
    message = harmless(message);
    hint = harmless(hint);
  }

  /// ERROR: the file or element is not part of the picture. WARNING: it is, but something could not
  /// be told. INFO: worth knowing, nothing is wrong.
  public enum Severity {
    ERROR,
    WARNING,
    INFO
  }

  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(Diagnostic::location)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  @Override
  public int compareTo(Diagnostic other) {
    return BY_PLACE.compare(this, other);
  }

  /// The two lines for a terminal: `order.bpmn:41: …` and an indented `hint: …`.
  public String toText() {
    String line = harmless(location.toString()) + ": " + message;
    return hint.isEmpty() ? line : line + "\n  hint: " + hint;
  }

  private static String harmless(String quoted) {
    return CONTROL.matcher(quoted).replaceAll(" ");
  }
}
