package org.bpmndoc.prompt;

import java.util.stream.Collectors;

/// Brings text from a file into the one form in which it is sent: white space that means nothing
/// must not change a fingerprint.
final class Words {

  private Words() {}

  /// On one line.
  static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /// Line by line, without indentation, without blank lines.
  static String lines(String text) {
    return text.lines()
        .map(Words::line)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /// Whether a value is computed by an engine rather than being a name.
  static boolean isExpression(String value) {
    return value.contains("${") || value.contains("#{") || value.strip().startsWith("=");
  }
}
