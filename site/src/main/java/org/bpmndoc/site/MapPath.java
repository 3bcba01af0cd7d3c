package org.bpmndoc.site;

import java.util.List;
import org.bpmndoc.site.MapLayout.Point;

/// A line as SVG writes it, its corners rounded.
final class MapPath {

  private static final int RADIUS = 6;

  private MapPath() {}

  static String of(List<Point> points) {
    StringBuilder path = new StringBuilder("M" + text(points.getFirst()));
    for (int i = 1; i < points.size() - 1; i++) {
      Point corner = points.get(i);
      path.append("L").append(text(near(corner, points.get(i - 1))));
      path.append("Q").append(text(corner)).append(" ");
      path.append(text(near(corner, points.get(i + 1))));
    }
    return path.append("L").append(text(points.getLast())).toString();
  }

  /// The point on the way from a corner to another where rounding ends: never beyond the middle.
  private static Point near(Point corner, Point other) {
    int x = other.x() - corner.x();
    int y = other.y() - corner.y();
    double length = Math.hypot(x, y);
    double part = length == 0 ? 0 : Math.min(RADIUS, length / 2) / length;
    return new Point(
        corner.x() + (int) Math.round(x * part), corner.y() + (int) Math.round(y * part));
  }

  private static String text(Point point) {
    return point.x() + " " + point.y();
  }
}
