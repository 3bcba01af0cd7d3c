package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bpmndoc.plan.PlotRoom.Box;

/// Draws a [PlanReport] as an SVG picture: across, the time within which 95 of 100 such runs end
/// (thin line to the left: half of them); up, the cost. Lines join the cheapest plans for rising
/// numbers of waits, dashed where they have primers; strategies in which parents see less than
/// their children's documents are hollow.
final class PlanPlot {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 440;
  private static final int LEFT = 80;
  private static final int RIGHT = 720;
  private static final int TOP = 50;
  private static final int BOTTOM = 380;

  /// Names may stand a little out of it.
  private static final Box NAMES = new Box(LEFT, TOP, WIDTH - 4, BOTTOM);

  private static final Box AREA = new Box(LEFT, TOP, RIGHT, BOTTOM);

  private final Axis time;
  private final Axis money;
  private final Svg svg = new Svg(WIDTH, HEIGHT, "Cost and time of each strategy");
  private final PlotRoom room = new PlotRoom(NAMES);

  private PlanPlot(Axis time, Axis money) {
    this.time = time;
    this.money = money;
  }

  static <N> String of(PlanReport<N> report) {
    double seconds = 0;
    double usd = 0;
    for (Plan<N> plan : report.plans().strategies()) {
      seconds = Math.max(seconds, seconds(plan.p95()));
      usd = Math.max(usd, usd(plan.cost()));
    }
    for (Plans.Point point : report.plans().primed()) {
      seconds = Math.max(seconds, seconds(point.p95()));
    }
    return new PlanPlot(Axis.seconds(seconds), Axis.usd(usd)).draw(report);
  }

  private <N> String draw(PlanReport<N> report) {
    int pending = report.heights().stream().mapToInt(Integer::intValue).sum();
    svg.text(
        LEFT,
        24,
        "start",
        Svg.DARK,
        "%d subjects to be written, at the prices of %s".formatted(pending, models(report)));
    axes();
    report.deadline().ifPresent(this::deadline);
    curve(report.plans().frontier(), Svg.BLUE, PlotLegend.WIDE);
    curve(report.plans().primed(), Svg.VIOLET, PlotLegend.DASHED);
    List<Mark> marks = marks(report);
    marks.forEach(this::draw);
    PlotLegend.draw(svg, AREA, room, !report.plans().primed().isEmpty());
    marks.stream().sorted(Comparator.comparing(mark -> !mark.recommended())).forEach(this::name);
    return svg.end();
  }

  private static String models(PlanReport<?> report) {
    return report.models().isEmpty()
        ? report.price().model()
        : report.models().values().stream().distinct().collect(Collectors.joining(", "));
  }

  private void axes() {
    for (double seconds : time.ticks()) {
      svg.path(Svg.format("M%.1f %d V%d", x(seconds), TOP, BOTTOM), Svg.PALE, "");
      String text = DurationText.of(Duration.ofSeconds(Math.round(seconds)));
      svg.text(x(seconds), BOTTOM + 18, "middle", Svg.GREY, text);
    }
    for (double usd : money.ticks()) {
      svg.path(Svg.format("M%d %.1f H%d", LEFT, y(usd), RIGHT), Svg.PALE, "");
      String text = new Usd(BigDecimal.valueOf(usd)).toText();
      svg.text(LEFT - 8, y(usd) + 4, "end", Svg.GREY, text);
    }
    String meaning = "95 of 100 such runs end within (to the left: half of them)";
    svg.text((LEFT + RIGHT) / 2.0, HEIGHT - 14, "middle", Svg.GREY, meaning);
  }

  private void deadline(Duration deadline) {
    double x = x(seconds(deadline));
    if (x <= RIGHT) {
      svg.path(Svg.format("M%.1f %d V%d", x, TOP, BOTTOM), Svg.RED, "");
      svg.text(x, TOP - 6, "middle", Svg.RED, "deadline");
      room.draw(x, TOP, x, BOTTOM);
    }
  }

  private void curve(List<Plans.Point> points, String colour, String stroke) {
    for (int i = 1; i < points.size(); i++) {
      double fromX = x(seconds(points.get(i - 1).p95()));
      double fromY = y(usd(points.get(i - 1).cost()));
      double toX = x(seconds(points.get(i).p95()));
      double toY = y(usd(points.get(i).cost()));
      svg.path(Svg.format("M%.1f %.1f L%.1f %.1f", fromX, fromY, toX, toY), colour, stroke);
      room.draw(fromX, fromY, toX, toY);
    }
    for (Plans.Point point : points) {
      double x = x(seconds(point.p95()));
      double y = y(usd(point.cost()));
      svg.dot(x, y, colour, Candidate.inWords(point.waits()) + ", " + point.cost().toText());
      room.take(Box.around(x, y, 4));
    }
  }

  /// Where strategies stand that cost and take the same.
  private record Mark(
      double x, double y, double half, boolean full, boolean recommended, String name) {

    String colour() {
      return recommended ? Svg.GREEN : Svg.DARK;
    }
  }

  private <N> List<Mark> marks(PlanReport<N> report) {
    Map<List<Object>, List<Plan<N>>> places = new LinkedHashMap<>();
    for (Plan<N> plan : report.plans().strategies()) {
      places
          .computeIfAbsent(List.of(plan.cost(), plan.p50(), plan.p95()), _ -> new ArrayList<>())
          .add(plan);
    }
    return places.values().stream().map(alike -> mark(report, alike)).toList();
  }

  private <N> Mark mark(PlanReport<N> report, List<Plan<N>> alike) {
    Plan<N> plan = alike.getFirst();
    boolean recommended = alike.stream().anyMatch(report::isRecommended);
    String names =
        alike.stream().map(one -> one.strategy().label()).collect(Collectors.joining(", "));
    return new Mark(
        x(seconds(plan.p95())),
        y(usd(plan.cost())),
        x(seconds(plan.p50())),
        plan.strategy().sees().waits(),
        recommended,
        names + " " + plan.cost().toText() + (recommended ? " (recommended)" : ""));
  }

  private void draw(Mark mark) {
    String path = Svg.format("M%.1f %.1f H%.1f", mark.half(), mark.y(), mark.x());
    svg.path(path, mark.colour(), " stroke-opacity=\"0.4\"");
    svg.mark(mark.x(), mark.y(), mark.colour(), mark.full());
    room.draw(mark.half(), mark.y(), mark.x(), mark.y());
    room.take(Box.around(mark.x(), mark.y(), 6));
  }

  private void name(Mark mark) {
    PlotRoom.Place place = room.name(mark.x(), mark.y(), mark.name());
    Box box = place.box();
    if (place.isFar()) {
      double x = Math.clamp(mark.x(), box.left(), box.right());
      double y = box.bottom() < mark.y() ? box.bottom() : box.top();
      String path = Svg.format("M%.1f %.1f L%.1f %.1f", mark.x(), mark.y(), x, y);
      svg.path(path, mark.colour(), " stroke-dasharray=\"1 2\"");
    }
    boolean left = box.right() < mark.x();
    svg.text(
        left ? box.right() : box.left(),
        box.bottom() - 4,
        left ? "end" : "start",
        mark.colour(),
        mark.name());
  }

  private double x(double seconds) {
    return LEFT + (RIGHT - LEFT) * seconds / time.end();
  }

  private double y(double usd) {
    return BOTTOM - (BOTTOM - TOP) * usd / money.end();
  }

  private static double seconds(Duration duration) {
    return duration.toSeconds();
  }

  private static double usd(Usd amount) {
    return amount.amount().doubleValue();
  }
}
