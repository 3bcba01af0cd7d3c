package org.bpmndoc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whether a run is done sooner where each wave is cut into several batches: docs/decisions/0021
/// holds what comes out.
class OneBatchPerWaveTest {

  private static final Path DECISION =
      Path.of(System.getProperty("bpmndoc.root", ".."))
          .resolve("docs/decisions/0021-choosing-a-plan.md");
  private static final List<Integer> SIZES = List.of(200, 1_000, 10_000);
  private static final List<Integer> CUTS = List.of(2, 4, 8);
  private static final List<Integer> WAVES = List.of(1, 3, 6);

  /// A part of a run that is sent on its own: how many requests it has in each wave.
  private record Branch(int[] requests) {

    static Branch even(int requests, int waves) {
      return new Branch(IntStream.generate(() -> requests).limit(waves).toArray());
    }
  }

  /// Every branch climbs by itself, and the run ends with the last of them.
  private static LatencyModel.Forecast climbing(List<Branch> branches) {
    int batches = branches.stream().mapToInt(branch -> branch.requests().length).sum();
    return LatencyModel.DEFAULT.simulate(
        batches,
        luck ->
            IntStream.range(0, branches.size())
                .mapToDouble(number -> seconds(branches.get(number), number, luck))
                .max()
                .orElse(0));
  }

  private static double seconds(Branch branch, int number, Luck luck) {
    double sum = 0;
    for (int wave = 0; wave < branch.requests().length; wave++) {
      sum +=
          branch.requests()[wave] == 0
              ? 0
              : luck.batchSeconds(wave, number, branch.requests()[wave]);
    }
    return sum;
  }

  /// Of cut runs against those of one batch for each wave.
  private record Ratio(double p50, double p95) {

    static Ratio of(List<Branch> cut, Branch whole) {
      var apart = climbing(cut);
      var together = climbing(List.of(whole));
      return new Ratio(
          (double) apart.p50().toSeconds() / together.p50().toSeconds(),
          (double) apart.p95().toSeconds() / together.p95().toSeconds());
    }

    String text() {
      return String.format(Locale.ROOT, "%.2f / %.2f", p50, p95);
    }
  }

  private static Ratio evenly(int requests, int cuts, int waves) {
    return Ratio.of(
        IntStream.range(0, cuts).mapToObj(_ -> Branch.even(requests / cuts, waves)).toList(),
        Branch.even(requests, waves));
  }

  /// A chain of small waves beside leaves that nobody waits for, apart and together.
  private static Ratio chainBeside(int leaves, int chain, int waves) {
    int[] whole = Branch.even(chain, waves).requests();
    whole[0] += leaves;
    int[] alone = new int[waves];
    alone[0] = leaves;
    return Ratio.of(List.of(Branch.even(chain, waves), new Branch(alone)), new Branch(whole));
  }

  @Test
  void a_wave_cut_evenly_is_never_done_sooner_than_one_batch() {
    for (int requests : SIZES) {
      for (int cuts : CUTS) {
        for (int waves : WAVES) {
          Ratio ratio = evenly(requests, cuts, waves);

          assertThat(ratio.p50()).isGreaterThanOrEqualTo(1);
          assertThat(ratio.p95()).isGreaterThanOrEqualTo(1);
        }
      }
    }
  }

  /// Where few requests have many waves still to go, and thousands have none.
  @Test
  void a_tall_thin_part_is_done_sooner_apart_from_thousands_of_leaves() {
    Ratio ratio = chainBeside(10_000, 10, 6);

    assertThat(ratio.p50()).isLessThan(1);
    assertThat(ratio.p95()).isLessThan(1);
    assertThat(chainBeside(1_000, 10, 2).p95()).isGreaterThan(1);
  }

  @Test
  void the_decision_holds_what_comes_out() throws IOException {
    assertThat(Files.readString(DECISION)).contains(evenTable()).contains(chainTable());
  }

  private static String evenTable() {
    StringBuilder table = new StringBuilder();
    for (int requests : SIZES) {
      for (int cuts : CUTS) {
        row(
            table,
            String.format(Locale.ROOT, "%,d | %d", requests, cuts),
            WAVES,
            waves -> evenly(requests, cuts, waves));
      }
    }
    return table.toString();
  }

  private static String chainTable() {
    StringBuilder table = new StringBuilder();
    for (int leaves : List.of(1_000, 10_000, 100_000)) {
      for (int chain : List.of(10, 1_000)) {
        row(
            table,
            String.format(Locale.ROOT, "%,d | %,d", leaves, chain),
            List.of(2, 3, 6),
            waves -> chainBeside(leaves, chain, waves));
      }
    }
    return table.toString();
  }

  private static void row(
      StringBuilder table, String head, List<Integer> waves, IntFunction<Ratio> ratio) {
    String cells =
        waves.stream().map(count -> ratio.apply(count).text()).collect(Collectors.joining(" | "));
    table.append("| ").append(head).append(" | ").append(cells).append(" |\n");
  }
}
