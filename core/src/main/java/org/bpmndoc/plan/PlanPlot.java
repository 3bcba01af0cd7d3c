package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Draws a [PlanReport] as an SVG picture: across, the time within which 95 of 100 such runs end
/// (thin line to the left: half of them); up, the cost. The line joins the cheapest plans for
/// rising numbers of waits; strategies in which parents see less than their children's documents
/// are hollow.
final class PlanPlot {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 440;
  private static final int LEFT = 80;
  private static final int RIGHT = 40;
  private static final int TOP = 50;
  private static final int BOTTOM = 60;
  private static final String DARK = "#1c2733";
  private static final String GREY = "#4a5a6a";
  private static final String BLUE = "#1f6feb";
  private static final String GREEN = "#1a7f37";
  private static final String RED = "#b3261e";

  private final Axis time;
  private final Axis money;
  private final StringBuilder svg = new StringBuilder();

  private PlanPlot(Axis time, Axis money) {
    this.time = time;
    this.money = money;
  }

  static <N> String of(PlanReport<N> report) {
    List<Plan<N>> plans = report.plans().strategies();
    double seconds = plans.stream().map(Plan::p95).mapToDouble(PlanPlot::seconds).max().orElse(0);
    double usd = plans.stream().map(Plan::cost).mapToDouble(PlanPlot::usd).max().orElse(0);
    return new PlanPlot(Axis.seconds(seconds), Axis.usd(usd)).draw(report);
  }

  private <N> String draw(PlanReport<N> report) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"12\" role=\"img\">",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    add("<title>Cost and time of each strategy</title>");
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    add(
        "<text x=\"%d\" y=\"24\" font-size=\"15\" fill=\"%s\">%s</text>",
        LEFT, DARK, title(report));
    axes();
    report.deadline().ifPresent(this::deadline);
    curve(report.plans().frontier());
    points(report);
    add("</svg>");
    return svg.toString();
  }

  private static String title(PlanReport<?> report) {
    int pending = report.heights().stream().mapToInt(Integer::intValue).sum();
    String models =
        report.models().isEmpty()
            ? report.price().model()
            : report.models().values().stream().distinct().collect(Collectors.joining(", "));
    return "%d subjects to be written, at the prices of %s".formatted(pending, escaped(models));
  }

  private void axes() {
    for (double seconds : time.ticks()) {
      line("M%.1f %d V%d".formatted(x(seconds), TOP, HEIGHT - BOTTOM), "#e3e8ee");
      text(
          x(seconds),
          HEIGHT - BOTTOM + 18,
          "middle",
          GREY,
          DurationText.of(Duration.ofSeconds(Math.round(seconds))));
    }
    for (double usd : money.ticks()) {
      line("M%d %.1f H%d".formatted(LEFT, y(usd), WIDTH - RIGHT), "#e3e8ee");
      text(LEFT - 8, y(usd) + 4, "end", GREY, new Usd(BigDecimal.valueOf(usd)).toText());
    }
    text(
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 14,
        "middle",
        GREY,
        "95 of 100 such runs end within (to the left: half of them)");
  }

  private void deadline(Duration deadline) {
    if (seconds(deadline) <= time.end()) {
      line("M%.1f %d V%d".formatted(x(seconds(deadline)), TOP, HEIGHT - BOTTOM), RED);
      text(x(seconds(deadline)), TOP - 6, "middle", RED, "deadline");
    }
  }

  private void curve(List<Plans.Point> frontier) {
    List<String> corners = new ArrayList<>();
    for (Plans.Point point : frontier) {
      corners.add(
          String.format(Locale.ROOT, "%.1f %.1f", x(seconds(point.p95())), y(usd(point.cost()))));
    }
    add(
        "<path d=\"M%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
        String.join(" L", corners), BLUE);
    for (Plans.Point point : frontier) {
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"><title>%s, %s</title></circle>",
          x(seconds(point.p95())),
          y(usd(point.cost())),
          BLUE,
          Candidate.inWords(point.waits()),
          point.cost().toText());
    }
  }

  /// Strategies that cost and take the same stand at one place.
  private <N> void points(PlanReport<N> report) {
    Map<List<Object>, List<Plan<N>>> places = new LinkedHashMap<>();
    for (Plan<N> plan : report.plans().strategies()) {
      places
          .computeIfAbsent(List.of(plan.cost(), plan.p50(), plan.p95()), _ -> new ArrayList<>())
          .add(plan);
    }
    places.values().forEach(alike -> point(report, alike));
  }

  private <N> void point(PlanReport<N> report, List<Plan<N>> alike) {
    Plan<N> plan = alike.getFirst();
    double x = x(seconds(plan.p95()));
    double y = y(usd(plan.cost()));
    boolean recommended = alike.stream().anyMatch(report::isRecommended);
    String colour = recommended ? GREEN : DARK;
    add(
        "<path d=\"M%.1f %.1f H%.1f\" stroke=\"%s\" stroke-opacity=\"0.4\"/>",
        x(seconds(plan.p50())), y, x, colour);
    add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" stroke=\"%s\" stroke-width=\"2\" fill=\"%s\"/>",
        x, y, colour, plan.strategy().sees().waits() ? colour : "#ffffff");
    String names =
        alike.stream().map(one -> one.strategy().label()).collect(Collectors.joining(", "));
    boolean below = !plan.strategy().sees().waits();
    boolean atTheEnd = x > (LEFT + 2.0 * WIDTH) / 3;
    text(
        atTheEnd ? x + 6 : x + 8,
        below ? y + 20 : y - 10,
        atTheEnd ? "end" : "start",
        colour,
        names + " " + plan.cost().toText() + (recommended ? " (recommended)" : ""));
  }

  private double x(double seconds) {
    return LEFT + (WIDTH - LEFT - RIGHT) * seconds / time.end();
  }

  private double y(double usd) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * usd / money.end();
  }

  private static double seconds(Duration duration) {
    return duration.toSeconds();
  }

  private static double usd(Usd amount) {
    return amount.amount().doubleValue();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void line(String path, String colour) {
    add("<path d=\"%s\" stroke=\"%s\"/>", path, colour);
  }

  private void text(double x, double y, String anchor, String colour, String text) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
        x, y, anchor, colour, text);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /// From 0 to `end` in even steps.
  private record Axis(double step, double end) {

    private static final int STEPS_MAX = 7;
    private static final double[] SECONDS = {
      1, 5, 10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 14_400, 21_600, 43_200
    };
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    static Axis seconds(double largest) {
      double days = 86_400 * Math.max(1, Math.ceil(largest / 86_400 / STEPS_MAX));
      double step =
          Arrays.stream(SECONDS).filter(one -> one * STEPS_MAX >= largest).findFirst().orElse(days);
      return upTo(step, largest);
    }

    static Axis usd(double largest) {
      double least = Math.max(1e-6, largest) / STEPS_MAX;
      double power = Math.pow(10, Math.floor(Math.log10(least)));
      double step =
          Arrays.stream(ROUND).map(one -> one * power).filter(one -> one >= least).min().orElse(1);
      return upTo(step, largest);
    }

    private static Axis upTo(double step, double largest) {
      return new Axis(step, step * Math.max(1, Math.ceil(largest / step)));
    }

    double[] ticks() {
      double[] ticks = new double[(int) Math.round(end / step) + 1];
      Arrays.setAll(ticks, tick -> tick * step);
      return ticks;
    }
  }
}
