package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a [PlanReport] as text: what is planned, a row for each strategy, which one to take and
/// why, and the curve.
final class PlanTable {

  private static final List<String> HEAD =
      List.of("strategy", "batch", "direct", "waits", "cost", "saving", "p50", "p95", "seen");
  private static final String GAP = "  ";
  private static final List<String> CURVE_HEAD =
      List.of("at most", "batch", "direct", "cost", "p50", "p95");
  private static final String LEGEND =
      "seen: of all children, those whose current documents their parents see\n";

  private PlanTable() {}

  static <N> String of(PlanReport<N> report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Plan<N> plan : report.plans().strategies()) {
      rows.add(row(plan, report.isRecommended(plan)));
    }
    return heading(report)
        + "\n\n"
        + aligned(rows)
        + LEGEND
        + "\n"
        + advice(report)
        + curve(
            "the cheapest there is, by how many batches are waited for one after another:",
            report.plans().frontier())
        + unproven(report.plans().unproven())
        + curve("the same with primers, which are waited for too:", report.plans().primed());
  }

  private static String advice(PlanReport<?> report) {
    if (!report.plans().fits()) {
      return "no plan keeps what was asked for: " + report.nearest() + "\n";
    }
    Plan<?> plan = report.recommendedPlan();
    return "* recommended: auto with %s%s: %s\n"
        .formatted(
            Candidate.inWords(plan.waits()),
            plan.primerWaits() == 0
                ? ""
                : " (%d of them for primers)".formatted(plan.primerWaits()),
            report.plans().why());
  }

  private static String unproven(Usd most) {
    return most.isMoreThan(Usd.ZERO)
        ? "the search for the optimum was ended: a plan could be up to %s cheaper\n"
            .formatted(most.toText())
        : "";
  }

  private static String curve(String title, List<Plans.Point> frontier) {
    if (frontier.isEmpty() || frontier.getLast().waits() == 0) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(CURVE_HEAD);
    for (Plans.Point point : frontier) {
      rows.add(
          List.of(
              Candidate.inWords(point.waits()),
              String.valueOf(point.batched()),
              String.valueOf(point.direct()),
              point.cost().toText(),
              DurationText.of(point.p50()),
              DurationText.of(point.p95())));
    }
    return "\n" + title + "\n" + aligned(rows);
  }

  private static String heading(PlanReport<?> report) {
    int pending = report.heights().stream().mapToInt(Integer::intValue).sum();
    String heights =
        report.heights().isEmpty()
            ? ""
            : " (from the leaves up: "
                + report.heights().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ")";
    return String.format(
        Locale.ROOT,
        "%d subjects, %d dependencies; to be written: %d%s\n%s, prices %s",
        report.subjects(),
        report.dependencies(),
        pending,
        heights,
        models(report),
        report.price().asOf().map(date -> "of " + date).orElse("from " + report.price().source()));
  }

  private static String models(PlanReport<?> report) {
    if (report.models().isEmpty()) {
      return "model " + report.price().model();
    }
    return report.models().entrySet().stream()
        .map(kind -> kind.getKey() + ": " + kind.getValue())
        .collect(Collectors.joining(", ", "models ", ""));
  }

  private static List<String> row(Plan<?> plan, boolean recommended) {
    return List.of(
        plan.strategy().label() + (recommended ? " *" : ""),
        String.valueOf(plan.batched()),
        String.valueOf(plan.direct()),
        String.valueOf(plan.waits()),
        plan.cost().toText(),
        plan.savingPercent().setScale(1, RoundingMode.HALF_UP).toPlainString() + " %",
        DurationText.of(plan.p50()),
        DurationText.of(plan.p95()),
        percent(plan.childDocuments()));
  }

  private static String percent(BigDecimal share) {
    // Rounded down: what is not seen in full must not read 100 %.
    return share.movePointRight(2).setScale(0, RoundingMode.DOWN).toPlainString() + " %";
  }

  /// Names to the left, figures to the right, as wide as the widest in the column.
  private static String aligned(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] width = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        width[c] = Math.max(width[c], row.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        boolean left = c == 0;
        String padding = " ".repeat(width[c] - row.get(c).length());
        line.append(c == 0 ? "" : GAP);
        line.append(left ? row.get(c) + padding : padding + row.get(c));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
