package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Draws a [PlanReport] as an SVG picture: across, the time within which half of such runs end
/// (thin line to the right: 95 in 100); up, the cost. The line joins the cheapest plans for rising
/// numbers of waits; strategies in which parents see less than their children's documents are
/// hollow.
final class PlanPlot {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 440;
  private static final int LEFT = 80;
  private static final int RIGHT = 30;
  private static final int TOP = 50;
  private static final int BOTTOM = 60;
  private static final int TICKS = 5;
  private static final int LABEL_HEIGHT = 15;
  private static final int LABEL_WIDTH = 7;

  private final double secondsMax;
  private final double usdMax;
  private final StringBuilder svg = new StringBuilder();

  private PlanPlot(double secondsMax, double usdMax) {
    this.secondsMax = secondsMax;
    this.usdMax = usdMax;
  }

  static <N> String of(PlanReport<N> report) {
    List<Plan<N>> plans = report.plans().strategies();
    double seconds = plans.stream().map(Plan::p95).mapToDouble(PlanPlot::seconds).max().orElse(0);
    double usd = plans.stream().map(Plan::cost).mapToDouble(PlanPlot::usd).max().orElse(0);
    return new PlanPlot(Axis.end(Math.max(1, seconds)), Axis.end(Math.max(1e-6, usd))).draw(report);
  }

  private <N> String draw(PlanReport<N> report) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"12\" role=\"img\">",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    add("<title>Cost and time of each strategy</title>");
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    add("<text x=\"%d\" y=\"24\" font-size=\"15\" fill=\"#1c2733\">%s</text>", LEFT, title(report));
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
    for (int tick = 0; tick <= TICKS; tick++) {
      double seconds = secondsMax * tick / TICKS;
      double usd = usdMax * tick / TICKS;
      add("<path d=\"M%.1f %d V%d\" stroke=\"#e3e8ee\"/>", x(seconds), TOP, HEIGHT - BOTTOM);
      add("<path d=\"M%d %.1f H%d\" stroke=\"#e3e8ee\"/>", LEFT, y(usd), WIDTH - RIGHT);
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#4a5a6a\">%s</text>",
          x(seconds),
          HEIGHT - BOTTOM + 18,
          DurationText.of(Duration.ofSeconds(Math.round(seconds))));
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#4a5a6a\">%s</text>",
          LEFT - 8, y(usd) + 4, new Usd(BigDecimal.valueOf(usd)).toText());
    }
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#4a5a6a\">half of such runs end"
            + " within (to the right: 95 in 100)</text>",
        (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14);
  }

  private void deadline(Duration deadline) {
    if (seconds(deadline) <= secondsMax) {
      add(
          "<path d=\"M%.1f %d V%d\" stroke=\"#b3261e\" stroke-dasharray=\"5 4\"/>",
          x(seconds(deadline)), TOP, HEIGHT - BOTTOM);
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#b3261e\">deadline</text>",
          x(seconds(deadline)), TOP - 6);
    }
  }

  private void curve(List<Plans.Point> frontier) {
    StringBuilder path = new StringBuilder();
    for (Plans.Point point : frontier) {
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1f",
              path.isEmpty() ? "M" : " L",
              x(seconds(point.p50())),
              y(usd(point.cost()))));
    }
    add("<path d=\"%s\" fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"2\"/>", path);
    for (Plans.Point point : frontier) {
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#1f6feb\"><title>%s, %s</title></circle>",
          x(seconds(point.p50())),
          y(usd(point.cost())),
          Candidate.inWords(point.waits()),
          point.cost().toText());
    }
  }

  /// A strategy's place, and how far down its name stands so that it covers no other.
  private record Label(double x, double y, String text) {
    boolean covers(Label other) {
      return Math.abs(y - other.y) < LABEL_HEIGHT
          && x < other.x + other.text.length() * LABEL_WIDTH
          && other.x < x + text.length() * LABEL_WIDTH;
    }
  }

  private <N> void points(PlanReport<N> report) {
    List<Label> labels = new ArrayList<>();
    List<Plan<N>> byCost =
        report.plans().strategies().stream()
            .sorted(Comparator.<Plan<N>, Usd>comparing(Plan::cost).reversed())
            .toList();
    for (Plan<N> plan : byCost) {
      double x = x(seconds(plan.p50()));
      double y = y(usd(plan.cost()));
      String colour = report.isRecommended(plan) ? "#1a7f37" : "#1c2733";
      add(
          "<path d=\"M%.1f %.1f H%.1f\" stroke=\"%s\" stroke-opacity=\"0.35\"/>",
          x, y, x(seconds(plan.p95())), colour);
      add(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" stroke=\"%s\" stroke-width=\"2\" fill=\"%s\"/>",
          x, y, colour, plan.strategy().sees().waits() ? colour : "#ffffff");
      Label label = placed(labels, x + 9, y - 8, text(plan, report.isRecommended(plan)));
      add(
          "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>",
          label.x, label.y, colour, label.text);
    }
  }

  private static Label placed(List<Label> others, double x, double y, String text) {
    Label label = new Label(x, y, text);
    while (others.stream().anyMatch(label::covers)) {
      label = new Label(x, label.y + LABEL_HEIGHT, text);
    }
    others.add(label);
    return label;
  }

  private static String text(Plan<?> plan, boolean recommended) {
    return plan.strategy().label()
        + " "
        + plan.cost().toText()
        + (recommended ? " (recommended)" : "");
  }

  private double x(double seconds) {
    return LEFT + (WIDTH - LEFT - RIGHT) * seconds / secondsMax;
  }

  private double y(double usd) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * usd / usdMax;
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

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /// Where an axis ends: at a round number.
  private static final class Axis {
    private static final double[] ROUND = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    static double end(double largest) {
      double power = Math.pow(10, Math.floor(Math.log10(largest)));
      for (double round : ROUND) {
        if (round * power >= largest) {
          return round * power;
        }
      }
      return 10 * power;
    }
  }
}
