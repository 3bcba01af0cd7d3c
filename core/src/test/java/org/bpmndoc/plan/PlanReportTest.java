package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.SourceLocation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PlanReportTest {

  private static final Diagnostic REMARK =
      new Diagnostic(
          Diagnostic.Severity.WARNING,
          "call-unresolved",
          new SourceLocation("order.bpmn", 41, 3),
          "calls \"billing\", which no file defines",
          "add billing.bpmn");

  /// top -> left, right; top is documented in some tests.
  private final DependencyGraph<String> graph =
      DependencyGraph.of(
          List.of("top", "left", "right"),
          node -> node.equals("top") ? List.of("left", "right") : List.of());

  @Test
  void json_has_exactly_the_pinned_keys() {
    ObjectNode json = report(Limits.deadline(Duration.ofHours(4))).toJson();

    assertThat(json.propertyNames())
        .containsExactly(
            "subjects",
            "dependencies",
            "heights",
            "model",
            "prices",
            "deadlineSeconds",
            "strategies",
            "why",
            "frontier",
            "primedFrontier",
            "largestRequestTokens",
            "diagnostics");
    assertThat(json.path("strategies").get(0).propertyNames())
        .containsExactly(
            "name",
            "batched",
            "direct",
            "waits",
            "primerWaits",
            "costUsd",
            "costP95Usd",
            "standardCostUsd",
            "savingPercent",
            "p50Seconds",
            "p95Seconds",
            "childDocuments",
            "recommended");
    assertThat(json.path("frontier").get(0).propertyNames())
        .containsExactly("waits", "batched", "direct", "costUsd", "p50Seconds", "p95Seconds");
    assertThat(json.path("diagnostics").get(0))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"severity":"warning","code":"call-unresolved","file":"order.bpmn","line":41,
                     "message":"calls \\"billing\\", which no file defines","hint":"add billing.bpmn"}
                    """));
    assertThat(json.path("heights")).extracting(JsonNode::intValue).containsExactly(2, 1);
    assertThat(json.path("deadlineSeconds").longValue()).isEqualTo(14_400);
    assertThat(report(Limits.NONE).toJson().path("deadlineSeconds").isNull()).isTrue();
  }

  @Test
  void money_stays_exact_when_it_is_written_and_read() {
    String written = report(Limits.NONE).toJson().toString();
    JsonNode hybrid = JsonMapper.shared().readTree(written).path("strategies").get(2);

    // 2 leaves by batch at 0.0000003, 1 parent direct at 0.0000006
    assertThat(new BigDecimal(hybrid.path("costUsd").asString())).isEqualByComparingTo("0.0000012");
    assertThat(hybrid.path("costUsd").isNumber()).isTrue();
  }

  @Test
  void subjects_are_listed_for_the_recommended_plan_when_asked_for() {
    Planner<String> planner = planner();
    ObjectNode json =
        PlanReport.of(planner, waits(1), price(), List.of())
            .withSubjects(planner, node -> "process", node -> node + ".bpmn")
            .toJson();

    assertThat(json.path("subjectList")).hasSize(3);
    assertThat(json.path("subjectList").get(0))
        .hasToString(
            "{\"subject\":\"top\",\"kind\":\"process\",\"file\":\"top.bpmn\","
                + "\"dependsOn\":[\"left\",\"right\"],\"height\":1,\"inputTokens\":1,"
                + "\"outputTokens\":1,\"batchUsd\":3E-7,\"directUsd\":6E-7,"
                + "\"channel\":\"direct\"}");
    assertThat(json.path("subjectList").get(1).path("channel").asString()).isEqualTo("batch");
  }

  @Test
  void the_frontier_keeps_a_plan_only_where_more_waits_save_money() {
    var flat = DependencyGraph.of(List.of("a", "b"), node -> List.<String>of());
    var report = PlanReport.of(planner(flat), Limits.NONE, price(), List.of());

    assertThat(report.plans().frontier()).extracting(Plans.Point::waits).containsExactly(0, 1);
    assertThat(report(Limits.NONE).plans().frontier())
        .extracting(Plans.Point::waits)
        .containsExactly(0, 1, 2);
  }

  @Test
  void nothing_to_write_is_one_point_that_costs_nothing() {
    var planner =
        new Planner<>(
            graph,
            node -> false,
            Needs.of(_ -> new TokenEstimate(1, 1), price()),
            LatencyModel.DEFAULT);
    var report = PlanReport.of(planner, Limits.NONE, price(), List.of());

    assertThat(report.plans().frontier()).hasSize(1);
    assertThat(report.toText())
        .contains("to be written: 0\n")
        .contains("$0.00")
        .endsWith("* recommended: auto with 0 waits: nothing is to be written\n");
    assertThat(report.toJson().path("subjects").intValue()).isEqualTo(3);
  }

  @Test
  void the_text_recommends_and_says_why() {
    assertThat(report(Limits.NONE).toText())
        .contains("\n* recommended: auto with 2 waits: the cheapest; with 1 wait it would cost ");
    assertThat(report(Limits.deadline(Duration.ofMinutes(5))).toText())
        .contains(
            "\n* recommended: auto with 0 waits: the cheapest of which 95 runs in 100 end within"
                + " 5 min\n");
  }

  @Test
  void where_several_models_write_each_kind_is_named_with_its_model() {
    SequencedMap<String, String> models = new LinkedHashMap<>();
    models.put("feature-goal", "large");
    models.put("epic", "claude-haiku-5-5");
    PlanReport<String> report = report(Limits.NONE).withModels(models);

    assertThat(report.toText())
        .contains("\nmodels feature-goal: large, epic: claude-haiku-5-5, prices of 2026-11-23\n");
    assertThat(report.toJson().path("models"))
        .hasToString("{\"feature-goal\":\"large\",\"epic\":\"claude-haiku-5-5\"}");
    assertThat(report.toSvg()).contains("at the prices of large, claude-haiku-5-5<");
  }

  @Test
  void where_no_plan_keeps_the_limits_none_is_recommended_and_the_nearest_are_named() {
    var report = report(Limits.deadline(Duration.ofSeconds(1)));

    assertThat(report.toText())
        .contains("\nno plan keeps what was asked for: the fastest has 0 waits ($0.000002")
        .doesNotContain("* recommended");
    assertThat(report.toJson().path("strategies"))
        .noneMatch(strategy -> strategy.path("recommended").booleanValue());
    assertThat(report.recommendedPlan().waits()).isZero();
  }

  @Test
  void where_the_optimum_is_not_proven_how_far_off_it_may_be_is_said() {
    PlanReport<String> exact = report(Limits.NONE);
    Plans<String> plans = exact.plans();
    PlanReport<String> ended =
        new PlanReport<>(
            exact.subjects(),
            exact.dependencies(),
            exact.heights(),
            exact.prices(),
            exact.models(),
            exact.limits(),
            new Plans<>(
                plans.strategies(),
                plans.frontier(),
                plans.primed(),
                Usd.of("1.5"),
                plans.fits(),
                plans.why()),
            exact.largestRequestTokens(),
            exact.subjectList(),
            exact.diagnostics());

    assertThat(exact.toText()).doesNotContain("search for the optimum");
    assertThat(exact.toJson().has("unprovenUsd")).isFalse();
    assertThat(ended.toText()).contains("was ended: a plan could be up to $1.50 cheaper\n");
    assertThat(ended.toJson().get("unprovenUsd").decimalValue()).isEqualByComparingTo("1.5");
  }

  @Test
  void the_picture_has_every_strategy_and_lets_no_name_in_as_markup() {
    var price = new ModelPrice("<b>&", BigDecimal.ONE, price().tiers(), 0, Optional.empty(), "");
    String svg = PlanReport.of(planner(), Limits.NONE, price, List.of()).toSvg();

    assertThat(svg).contains("at the prices of &lt;b&gt;&amp;<");
    assertThat(Strategy.values()).allMatch(strategy -> svg.contains(strategy.label()));
  }

  private static Limits waits(int most) {
    return new Limits(Optional.empty(), Optional.empty(), Optional.of(most));
  }

  private PlanReport<String> report(Limits limits) {
    return PlanReport.of(planner(), limits, price(), List.of(REMARK));
  }

  private Planner<String> planner() {
    return planner(graph);
  }

  private static Planner<String> planner(DependencyGraph<String> graph) {
    return new Planner<>(
        graph, node -> true, Needs.of(_ -> new TokenEstimate(1, 1), price()), LatencyModel.DEFAULT);
  }

  private static ModelPrice price() {
    return Prices.builtIn().model("claude-haiku-5-5");
  }
}
