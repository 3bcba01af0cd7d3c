package org.bpmndoc.cli;

import java.util.regex.Pattern;

/// Text of anybody's for one line of a terminal.
final class PlainText {

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private PlainText() {}

  /// The same with nothing in it that moves a cursor.
  static String of(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }
}
