package org.bpmndoc.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is free in a picture. Finds a place for each name, as near to its point as there is one: a
/// name never covers a point or another name, and crosses lines only where it is far to the next
/// place where it does not.
final class PlotRoom {

  private static final double CHARACTER = 7;
  private static final double LINE = 15;
  private static final double GAP = 8;
  private static final int STEPS_MAX = 30;
  private static final double CROSSING = 2.5 * LINE;
  private static final int SAMPLES = 200;

  private final Box area;
  private final List<Box> taken = new ArrayList<>();
  private final List<Segment> lines = new ArrayList<>();

  PlotRoom(Box area) {
    this.area = area;
  }

  record Box(double left, double top, double right, double bottom) {

    static Box around(double x, double y, double radius) {
      return new Box(x - radius, y - radius, x + radius, y + radius);
    }

    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    private boolean contains(Box other) {
      return left <= other.left
          && other.right <= right
          && top <= other.top
          && other.bottom <= bottom;
    }
  }

  private record Segment(double x1, double y1, double x2, double y2) {

    boolean crosses(Box box) {
      return IntStream.rangeClosed(0, SAMPLES)
          .mapToDouble(sample -> (double) sample / SAMPLES)
          .anyMatch(
              share -> Box.around(x1 + share * (x2 - x1), y1 + share * (y2 - y1), 1).meets(box));
    }
  }

  void take(Box box) {
    taken.add(box);
  }

  void draw(double x1, double y1, double x2, double y2) {
    lines.add(new Segment(x1, y1, x2, y2));
  }

  /// Where a name stands: its box, by how many lines it is above or below its point, and what
  /// speaks against it.
  record Place(Box box, int steps, double against) {

    /// Whether it is not clear whose name it is.
    boolean isFar() {
      return steps > 2;
    }
  }

  /// A place for the name of the point at `x` and `y`, which is taken.
  Place name(double x, double y, String name) {
    double width = name.length() * CHARACTER;
    Place place =
        IntStream.rangeClosed(-STEPS_MAX, STEPS_MAX)
            .boxed()
            .flatMap(steps -> places(x, y, width, steps))
            .filter(one -> area.contains(one.box()) && taken.stream().noneMatch(one.box()::meets))
            .min(Comparator.comparing(Place::against))
            .orElse(place(x + GAP, y, width, 0, 0));
    take(place.box());
    return place;
  }

  private Stream<Place> places(double x, double y, double width, int steps) {
    Stream<Place> beside =
        Stream.of(place(x + GAP, y, width, steps, 0), place(x - GAP - width, y, width, steps, GAP));
    return steps == 0
        ? beside
        : Stream.concat(beside, Stream.of(place(x - width / 2, y, width, steps, GAP / 2)));
  }

  private Place place(double left, double y, double width, int steps, double aside) {
    double middle = y + steps * LINE;
    Box box = new Box(left, middle - LINE / 2, left + width, middle + LINE / 2);
    long crossed = lines.stream().filter(line -> line.crosses(box)).count();
    return new Place(box, Math.abs(steps), Math.abs(steps) * LINE + aside + CROSSING * crossed);
  }

  /// The first of these that is free altogether, else the first.
  Box firstFree(List<Box> boxes) {
    return boxes.stream()
        .filter(box -> taken.stream().noneMatch(box::meets))
        .filter(box -> lines.stream().noneMatch(line -> line.crosses(box)))
        .findFirst()
        .orElse(boxes.getFirst());
  }
}
