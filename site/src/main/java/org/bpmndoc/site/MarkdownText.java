package org.bpmndoc.site;

import java.util.regex.Pattern;

/// Takes from a text whatever could mean something in Markdown, HTML or a wiki's templates, so that
/// it is shown as it is.
///
/// Not every dialect lets every character be escaped by a backslash; where Python-Markdown does
/// not, the character is written by its number.
final class MarkdownText {

  private static final Pattern BLANK = Pattern.compile("[\\s\\u2028\\u2029]+");
  private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

  /// What would be nothing that can be shown, or would turn the direction of what follows.
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\u202A-\\u202E\\u2066-\\u2069]");

  /// A number that a list could begin with.
  private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])(?= |$)");

  private static final Pattern SITE = Pattern.compile("\\b(www)\\.", Pattern.CASE_INSENSITIVE);

  private MarkdownText() {}

  /// In one line, for anywhere in a page.
  static String escaped(String text) {
    String line = line(text);
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      escaped.append(i == 0 ? first(line) : escaped(line, i));
    }
    return NUMBERED.matcher(SITE.matcher(escaped).replaceAll("$1\\\\.")).replaceFirst("$1\\\\$2");
  }

  /// In one line, as it is read.
  static String line(String text) {
    return ENDS.matcher(BLANK.matcher(clean(text)).replaceAll(" ")).replaceAll("");
  }

  /// Without what cannot be shown; blanks and ends of lines stay.
  static String clean(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    StringBuilder clean = new StringBuilder();
    for (String line : lines.split("\n", -1)) {
      clean.append(UNPRINTABLE.matcher(line).replaceAll("\uFFFD")).append('\n');
    }
    return clean.substring(0, clean.length() - 1);
  }

  /// What begins a list, an underline, a definition or a block only at the beginning of a line.
  private static String first(String line) {
    char first = line.charAt(0);
    return switch (first) {
      case '-', '+' -> "\\" + first;
      case '=', ':', '!', '?', '/' -> number(first);
      default -> escaped(line, 0);
    };
  }

  private static String escaped(String line, int at) {
    char c = line.charAt(at);
    return switch (c) {
      case '\\', '`', '*', '_', '[', ']', '#' -> "\\" + c;
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '|', '~', '$', '{', '}' -> number(c);
      case '=' -> line.startsWith("==", at) ? number(c) : "=";
      case ':' -> line.startsWith("://", at) ? number(c) : ":";
      default -> String.valueOf(c);
    };
  }

  private static String number(char c) {
    return "&#" + (int) c + ";";
  }
}
