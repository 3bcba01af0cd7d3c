package org.bpmndoc.plan;

import java.util.List;
import org.bpmndoc.plan.PlotRoom.Box;

/// What the signs of a picture mean, in a corner of it.
final class PlotLegend {

  static final String WIDE = " stroke-width=\"2\"";
  static final String DASHED = WIDE + " stroke-dasharray=\"6 4\"";

  private static final double WIDTH = 210;
  private static final double ROW = 18;
  private static final double MARGIN = 6;

  private final Svg svg;
  private final Box box;
  private double y;

  private PlotLegend(Svg svg, Box box) {
    this.svg = svg;
    this.box = box;
    this.y = box.top() + 12;
  }

  /// Draws it into the first corner that is free, and takes that.
  static void draw(Svg svg, Box area, PlotRoom room, boolean primed) {
    Box box = room.firstFree(corners(area, (primed ? 3 : 2) * ROW + 4));
    room.take(box);
    svg.path(
        Svg.format(
            "M%.1f %.1f H%.1f V%.1f H%.1f Z",
            box.left(), box.top(), box.right(), box.bottom(), box.left()),
        Svg.PALE,
        " fill=\"" + Svg.WHITE + "\"");
    new PlotLegend(svg, box).draw(primed);
  }

  private void draw(boolean primed) {
    line(Svg.BLUE, WIDE, "the cheapest, by waits");
    if (primed) {
      line(Svg.VIOLET, DASHED, "the same with primers");
    }
    svg.mark(box.left() + 20, y, Svg.DARK, false);
    row("parents wait for no child");
  }

  private void line(String colour, String stroke, String meaning) {
    svg.path(Svg.format("M%.1f %.1f h24", box.left() + 8, y), colour, stroke);
    row(meaning);
  }

  private void row(String meaning) {
    svg.text(box.left() + 40, y + 4, "start", Svg.GREY, meaning);
    y += ROW;
  }

  private static List<Box> corners(Box area, double height) {
    double left = area.left() + MARGIN;
    double right = area.right() - MARGIN - WIDTH;
    double top = area.top() + MARGIN;
    double bottom = area.bottom() - MARGIN - height;
    return List.of(
        corner(right, top, height),
        corner(right, bottom, height),
        corner(left, bottom, height),
        corner(left, top, height));
  }

  private static Box corner(double left, double top, double height) {
    return new Box(left, top, left + WIDTH, top + height);
  }
}
