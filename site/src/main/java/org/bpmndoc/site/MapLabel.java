package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.List;

/// A name in at most two lines, as much of it as fits into a box of the map. Widths are estimated,
/// since nobody knows a reader's font: rather a little too wide.
record MapLabel(List<String> lines) {

  private static final int LINES_MAX = 2;
  private static final double WIDTH_MAX = 13.6;
  private static final String MORE = "…";

  static MapLabel of(String name) {
    List<String> lines = new ArrayList<>();
    String rest = name.strip().replaceAll("\\s+", " ");
    while (!rest.isEmpty() && lines.size() < LINES_MAX) {
      boolean last = lines.size() == LINES_MAX - 1;
      int end = fitting(rest, last ? WIDTH_MAX - width(MORE) : WIDTH_MAX);
      if (width(rest) <= WIDTH_MAX) {
        end = rest.length();
      } else if (rest.lastIndexOf(' ', end) > 0) {
        end = rest.lastIndexOf(' ', end);
      }
      boolean cut = last && end < rest.length();
      lines.add(rest.substring(0, end).strip() + (cut ? MORE : ""));
      rest = rest.substring(end).strip();
    }
    return new MapLabel(List.copyOf(lines));
  }

  /// How much of a text fits, at least one letter.
  private static int fitting(String text, double widthMax) {
    int end = 0;
    double width = 0;
    while (end < text.length()) {
      int letter = text.codePointAt(end);
      width += width(letter);
      if (width > widthMax && end > 0) {
        return end;
      }
      end += Character.charCount(letter);
    }
    return end;
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(MapLabel::width).sum();
  }

  /// In the height of the font.
  private static double width(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      case Character.OTHER_LETTER, Character.OTHER_SYMBOL -> letter < 0x1100 ? 0.6 : 1.1;
      case Character.UPPERCASE_LETTER -> "MW".indexOf(letter) < 0 ? 0.72 : 0.95;
      default ->
          "fijlrt.,:;'|!() ".indexOf(letter) >= 0 ? 0.36 : "mw@%".indexOf(letter) < 0 ? 0.6 : 0.9;
    };
  }
}
