package org.bpmndoc.cli;

import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/// A small label with a value beside it, as projects show them: "documented 97.5 %".
record Badge(String label, String message, String colour) {

  /// White text can be read on all of them.
  private static final String GREEN = "#1a7f37";

  private static final String AMBER = "#9a6700";
  private static final String RED = "#b3261e";
  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final BigDecimal MOST = BigDecimal.valueOf(80);

  private static final int HEIGHT = 20;
  private static final int CHARACTER_WIDTH = 7;
  private static final int PADDING = 6;

  static Badge ofPercent(String label, BigDecimal percent) {
    String colour =
        percent.compareTo(ALL) >= 0 ? GREEN : percent.compareTo(MOST) >= 0 ? AMBER : RED;
    return new Badge(label, percent.stripTrailingZeros().toPlainString() + " %", colour);
  }

  /// What shields.io makes a badge of (its endpoint schema, version 1).
  String toJson() {
    return JsonMapper.shared()
            .createObjectNode()
            .put("schemaVersion", 1)
            .put("label", label)
            .put("message", message)
            .put("color", colour)
            .toPrettyString()
            .replace("\r\n", "\n")
        + "\n";
  }

  String toSvg() {
    int left = width(label);
    int right = width(message);
    String title = escaped(label + ": " + message);
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\""
                + " aria-label=\"%s\" font-family=\"Verdana,DejaVu Sans,sans-serif\""
                + " font-size=\"11\" text-anchor=\"middle\" fill=\"#ffffff\">\n",
            left + right,
            HEIGHT,
            title)
        + "<title>%s</title>\n".formatted(title)
        + box(0, left, "#4a5a6a", label)
        + box(left, right, colour, message)
        + "</svg>\n";
  }

  private static int width(String text) {
    return CHARACTER_WIDTH * text.codePointCount(0, text.length()) + 2 * PADDING;
  }

  /// The text is drawn as wide as there is room, whatever font there is.
  private static String box(int x, int width, String colour, String text) {
    return String.format(
        Locale.ROOT,
        "<rect x=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n"
            + "<text x=\"%s\" y=\"14\" textLength=\"%d\">%s</text>\n",
        x,
        width,
        HEIGHT,
        colour,
        BigDecimal.valueOf(2L * x + width).divide(BigDecimal.TWO),
        width - 2 * PADDING,
        escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
