package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The example the design prints, from its workload file to its figures in the docs.
class ThreeHundredNodesTest {

  private static final Path ROOT = Path.of(System.getProperty("bpmndoc.root", ".."));

  private final Workload workload;
  private final Planner<Workload.Subject> planner;

  ThreeHundredNodesTest() throws UnusableFileException {
    workload = Workload.read(ROOT.resolve("examples/workloads/300-nodes.json"));
    planner =
        new Planner<>(workload.graph(), subject -> true, workload.needs(), LatencyModel.DEFAULT);
  }

  @Test
  void its_costs_are_exact() {
    Plan<Workload.Subject> direct = planner.plan(Strategy.DIRECT, Limits.NONE);
    Plan<Workload.Subject> hybrid = planner.plan(Strategy.HYBRID, Limits.NONE);
    Plan<Workload.Subject> multiStage = planner.plan(Strategy.MULTI_STAGE, Limits.NONE);

    assertThat(direct.cost()).isEqualTo(Usd.of("60.60"));
    assertThat(hybrid.cost()).isEqualTo(Usd.of("34.725"));
    assertThat(multiStage.cost()).isEqualTo(Usd.of("30.30"));
    assertThat(List.of(direct, hybrid, multiStage))
        .extracting(plan -> plan.cost().toText())
        .containsExactly("$60.60", "$34.73", "$30.30");
    assertThat(hybrid.savingPercent()).isEqualByComparingTo("42.7");
    assertThat(hybrid.batched()).isEqualTo(250);
    assertThat(multiStage.waits()).isEqualTo(3);
  }

  @Test
  void its_parents_at_half_price_cost_4_43() {
    Usd parents =
        Usd.sum(
            workload.graph().nodes().stream()
                .filter(subject -> subject.height() > 0)
                .map(subject -> planner.cost(subject, Channel.BATCH))
                .toList());

    assertThat(parents).isEqualTo(Usd.of("4.425"));
    assertThat(parents.toText()).isEqualTo("$4.43");
  }

  @Test
  void the_docs_show_the_table_it_prints() throws IOException {
    String printed = PlanReport.of(planner, Limits.NONE, workload.price(), List.of()).toText();

    assertThat(Files.readString(ROOT.resolve("docs/reference/300-nodes.md")))
        .contains("```text\n" + printed + "```\n");
  }
}
