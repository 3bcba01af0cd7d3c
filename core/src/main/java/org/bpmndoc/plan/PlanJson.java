package org.bpmndoc.plan;

import java.util.List;
import org.bpmndoc.plan.PlanReport.SubjectLine;
import org.bpmndoc.xml.Diagnostic;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a [PlanReport] as the JSON that docs pin for `bpmndoc plan`.
final class PlanJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlanJson() {}

  static ObjectNode of(PlanReport<?> report) {
    ObjectNode json = NODES.objectNode();
    json.put("subjects", report.subjects());
    json.put("dependencies", report.dependencies());
    ArrayNode heights = json.putArray("heights");
    report.heights().forEach(heights::add);
    json.put("model", report.price().model());
    if (!report.models().isEmpty()) {
      ObjectNode models = json.putObject("models");
      report.models().forEach(models::put);
    }
    json.set("prices", prices(report.price()));
    report
        .deadline()
        .ifPresentOrElse(
            deadline -> json.put("deadlineSeconds", deadline.toSeconds()),
            () -> json.putNull("deadlineSeconds"));
    if (report.prices().size() > 1) {
      ObjectNode others = json.putObject("otherPrices");
      report
          .prices()
          .subList(1, report.prices().size())
          .forEach(price -> others.set(price.model(), prices(price)));
    }
    strategies(report, json.putArray("strategies"));
    json.put("why", report.plans().why());
    ArrayNode frontier = json.putArray("frontier");
    report.plans().frontier().forEach(point -> frontier.add(point(point)));
    if (report.plans().unproven().isMoreThan(Usd.ZERO)) {
      json.put("unprovenUsd", report.plans().unproven().amount());
    }
    ArrayNode primed = json.putArray("primedFrontier");
    report
        .plans()
        .primed()
        .forEach(point -> primed.add(point(point).put("primerWaits", point.primerWaits())));
    json.put("largestRequestTokens", report.largestRequestTokens());
    report
        .subjectList()
        .ifPresent(lines -> {
          ArrayNode list = json.putArray("subjectList");
          lines.forEach(line -> list.add(subject(line)));
        });
    json.set("diagnostics", diagnostics(report.diagnostics()));
    return json;
  }

  private static <N> void strategies(PlanReport<N> report, ArrayNode strategies) {
    for (Plan<N> plan : report.plans().strategies()) {
      strategies.add(strategy(plan, report.isRecommended(plan)));
    }
  }

  private static ObjectNode prices(ModelPrice price) {
    ObjectNode json = NODES.objectNode();
    price.asOf().ifPresent(date -> json.put("date", date.toString()));
    json.put("batchFactor", price.batchFactor());
    ArrayNode tiers = json.putArray("tiers");
    for (ModelPrice.Tier tier : price.tiers()) {
      ObjectNode rates = tiers.addObject();
      tier.promptTokensMax().ifPresent(max -> rates.put("promptTokensMax", max));
      rates.put("inputPerMTok", tier.input());
      rates.put("outputPerMTok", tier.output());
      rates.put("cacheWrite5mPerMTok", tier.cacheWrite5m());
      rates.put("cacheWrite1hPerMTok", tier.cacheWrite1h());
      rates.put("cacheReadPerMTok", tier.cacheRead());
    }
    json.put("source", price.source());
    return json;
  }

  private static ObjectNode strategy(Plan<?> plan, boolean recommended) {
    ObjectNode json = NODES.objectNode();
    json.put("name", plan.strategy().label());
    json.put("batched", plan.batched());
    json.put("direct", plan.direct());
    json.put("waits", plan.waits());
    json.put("primerWaits", plan.primerWaits());
    json.put("costUsd", plan.cost().amount());
    json.put("costP95Usd", plan.costP95().amount());
    json.put("standardCostUsd", plan.standardCost().amount());
    json.put("savingPercent", plan.savingPercent());
    json.put("p50Seconds", plan.p50().toSeconds());
    json.put("p95Seconds", plan.p95().toSeconds());
    json.put("childDocuments", plan.childDocuments());
    json.put("recommended", recommended);
    return json;
  }

  private static ObjectNode point(Plans.Point point) {
    ObjectNode json = NODES.objectNode();
    json.put("waits", point.waits());
    json.put("batched", point.batched());
    json.put("direct", point.direct());
    json.put("costUsd", point.cost().amount());
    json.put("p50Seconds", point.p50().toSeconds());
    json.put("p95Seconds", point.p95().toSeconds());
    return json;
  }

  private static ObjectNode subject(SubjectLine line) {
    ObjectNode json = NODES.objectNode();
    json.put("subject", line.subject());
    json.put("kind", line.kind());
    json.put("file", line.file());
    ArrayNode dependsOn = json.putArray("dependsOn");
    line.dependsOn().forEach(dependsOn::add);
    json.put("height", line.height());
    json.put("inputTokens", line.tokens().inputTokens());
    json.put("outputTokens", line.tokens().outputTokens());
    json.put("batchUsd", line.batch().amount());
    json.put("directUsd", line.direct().amount());
    json.put(
        "channel",
        switch (line.channel()) {
          case BATCH -> "batch";
          case DIRECT -> "direct";
        });
    return json;
  }

  private static ArrayNode diagnostics(List<Diagnostic> diagnostics) {
    ArrayNode json = NODES.arrayNode();
    for (Diagnostic diagnostic : diagnostics) {
      ObjectNode entry = json.addObject();
      entry.put(
          "severity",
          switch (diagnostic.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "info";
          });
      entry.put("code", diagnostic.code());
      entry.put("file", diagnostic.location().file());
      entry.put("line", diagnostic.location().line());
      entry.put("message", diagnostic.message());
      entry.put("hint", diagnostic.hint());
    }
    return json;
  }
}
