package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bpmndoc.json.UnusableFileException;
import org.junit.jupiter.api.Test;

/// The example the design prints, from its workload file to its figures in the docs.
class ThreeHundredNodesTest {

  private static final Path ROOT = Path.of(System.getProperty("bpmndoc.root", ".."));

  private final Workload workload;
  private final Planner<Workload.Subject> planner;

  ThreeHundredNodesTest() throws UnusableFileException {
    workload = Workload.read(ROOT.resolve("examples/workloads/300-nodes.json"));
    planner = planner(workload);
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
    assertThat(page()).contains("```text\n" + report(planner, workload).toText() + "```\n");
  }

  @Test
  void a_primer_writes_at_twice_the_price_and_the_others_read_at_a_tenth() throws Exception {
    Workload primed = Workload.read(ROOT.resolve("examples/workloads/300-nodes-primed.json"));
    Planner<Workload.Subject> planner = planner(primed);

    assertThat(planner.plan(Strategy.HYBRID, Limits.NONE).cost()).isEqualTo(Usd.of("29.3706"));
    assertThat(planner.plan(Strategy.AUTO, Limits.NONE).cost()).isEqualTo(Usd.of("25.8306"));
    assertThat(planner.plan(Strategy.GRAPH, Limits.NONE).cost()).isEqualTo(Usd.of("24.9456"));
    assertThat(planner.plan(Strategy.STORED, Limits.NONE).cost()).isEqualTo(Usd.of("23.9112"));
    assertThat(page()).contains("```text\n" + report(planner, primed).toText() + "```\n");
  }

  /// `-Dbpmndoc.golden=write` draws it, to be looked at before it is committed.
  @Test
  void the_docs_show_the_picture_it_draws() throws IOException {
    Path picture = ROOT.resolve("docs/images/300-nodes.svg");
    String drawn = report(planner, workload).toSvg();

    if ("write".equals(System.getProperty("bpmndoc.golden"))) {
      Files.writeString(picture, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(picture));
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/reference/300-nodes.md"));
  }

  private static PlanReport<Workload.Subject> report(
      Planner<Workload.Subject> planner, Workload workload) {
    return PlanReport.of(planner, Limits.NONE, workload.price(), List.of());
  }

  private static Planner<Workload.Subject> planner(Workload workload) {
    return new Planner<>(workload.graph(), subject -> true, workload.needs(), LatencyModel.DEFAULT);
  }
}
