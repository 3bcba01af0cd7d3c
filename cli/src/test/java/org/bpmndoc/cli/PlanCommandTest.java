package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PlanCommandTest {

  private static final Path WORKLOAD = Invocation.ROOT.resolve("examples/workloads/300-nodes.json");

  @TempDir Path folder;

  @Test
  void the_300_node_example_costs_what_it_must() {
    Invocation planned = Invocation.of("plan", "--workload", WORKLOAD);

    assertThat(planned.exitCode()).isZero();
    assertThat(planned.out()).contains("$60.60").contains("$34.73").contains("$30.30");
  }

  @Test
  void the_sums_can_be_checked_subject_by_subject() {
    Path mortgage = Invocation.example("mortgage", folder);

    JsonNode plan = Invocation.of("plan", mortgage, "--subjects", "--json").json();

    assertThat(sum(plan, "directUsd")).isEqualByComparingTo(cost(plan, "direct"));
    assertThat(sum(plan, "batchUsd")).isEqualByComparingTo(cost(plan, "multi-stage"));
    assertThat(plan.get("subjectList")).hasSize(plan.get("subjects").asInt());
  }

  @Test
  void what_is_documented_costs_nothing_any_more() {
    Path hello = Invocation.example("hello", folder);
    JsonNode before = Invocation.of("plan", hello, "--json").json();
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();

    JsonNode after = Invocation.of("plan", hello, "--json").json();
    JsonNode paid = Invocation.of("plan", hello, "--provider", "anthropic", "--json").json();

    assertThat(before.get("heights")).isNotEmpty();
    assertThat(after.get("heights")).isEmpty();
    assertThat(cost(after, "direct")).isEqualByComparingTo("0");
    assertThat(paid.get("heights")).isEqualTo(before.get("heights"));
  }

  @Test
  void the_requests_written_are_those_that_can_be_told_and_nothing_is_sent() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path requests = folder.resolve("requests");

    Invocation planned =
        Invocation.of("plan", hello, "--provider", "anthropic", "--requests", requests);

    assertThat(planned.exitCode()).isZero();
    List<Path> files;
    try (Stream<Path> listed = Files.list(requests)) {
      files = listed.toList();
    }
    JsonNode plan = Invocation.of("plan", hello, "--json").json();
    assertThat(files).hasSize(plan.get("heights").get(0).asInt());
    assertThat(files)
        .allSatisfy(file -> assertThat(file).content().contains("claude-").contains("<facts>"));
  }

  @Test
  void limits_that_nothing_keeps_are_2_and_the_nearest_are_named() {
    Invocation planned =
        Invocation.of("plan", "--workload", WORKLOAD, "--deadline", "1m", "--budget", "40");

    assertThat(planned.exitCode()).isEqualTo(2);
    assertThat(planned.err())
        .contains("no plan keeps this; the fastest has 0 waits ($60.60")
        .contains("the cheapest 3 waits ($30.30");
  }

  @Test
  void a_plan_needs_a_folder_or_a_workload_and_not_both() {
    assertThat(Invocation.of("plan").exitCode()).isEqualTo(2);
    assertThat(Invocation.of("plan", folder, "--workload", WORKLOAD).exitCode()).isEqualTo(2);
  }

  private static java.math.BigDecimal sum(JsonNode plan, String field) {
    return plan.get("subjectList")
        .valueStream()
        .map(subject -> subject.get(field).decimalValue())
        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
  }

  private static java.math.BigDecimal cost(JsonNode plan, String strategy) {
    return plan.get("strategies")
        .valueStream()
        .filter(one -> one.get("name").asString().equals(strategy))
        .findFirst()
        .orElseThrow()
        .get("costUsd")
        .decimalValue();
  }
}
