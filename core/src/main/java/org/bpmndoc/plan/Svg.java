package org.bpmndoc.plan;

import java.util.Locale;

/// An SVG picture that is being written, and the colours of pictures: all readable on white, which
/// they bring along.
final class Svg {

  static final String DARK = "#1c2733";
  static final String GREY = "#4a5a6a";
  static final String PALE = "#e3e8ee";
  static final String BLUE = "#1f6feb";
  static final String VIOLET = "#8250df";
  static final String GREEN = "#1a7f37";
  static final String RED = "#b3261e";
  static final String WHITE = "#ffffff";

  private final StringBuilder text = new StringBuilder();

  Svg(int width, int height, String title) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"12\" role=\"img\">",
        width, height, width, height);
    add("<title>%s</title>", escaped(title));
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>", WHITE);
  }

  /// A path; `more` are further attributes, as ` name="value"`.
  void path(String path, String colour, String more) {
    add("<path d=\"%s\" stroke=\"%s\"%s/>", path, colour, more);
  }

  /// A ring, filled or hollow.
  void mark(double x, double y, String colour, boolean full) {
    add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" stroke=\"%s\" stroke-width=\"2\" fill=\"%s\"/>",
        x, y, colour, full ? colour : WHITE);
  }

  /// A small point that says what it is where somebody points at it.
  void dot(double x, double y, String colour, String meaning) {
    add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"><title>%s</title></circle>",
        x, y, colour, escaped(meaning));
  }

  void text(double x, double y, String anchor, String colour, String text) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
        x, y, anchor, colour, escaped(text));
  }

  String end() {
    return text + "</svg>\n";
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void add(String format, Object... values) {
    text.append(format(format, values)).append('\n');
  }
}
