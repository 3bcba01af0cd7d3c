package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.plan.LatencyModel;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.testing.SettableClock;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T08:00:00Z"));
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TerminalProgress progress =
      new TerminalProgress(
          new PrintStream(bytes, true, StandardCharsets.UTF_8), clock, LatencyModel.DEFAULT);

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void how_many_there_are_is_shown_as_soon_as_it_is_known() {
    Entry.RunStarted started =
        new Entry.RunStarted(
            clock.instant(),
            Provider.OFFLINE,
            Provider.OFFLINE_MODEL,
            java.math.BigDecimal.ONE,
            "en",
            "hybrid",
            Optional.empty(),
            Optional.empty(),
            false,
            false);
    Entry.Planned planned =
        new Entry.Planned(
            clock.instant(),
            7,
            Map.of(),
            1,
            Usd.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            List.of(),
            Set.of(),
            Optional.empty());
    progress.saw(started, RunState.of(List.of(started)));
    progress.saw(planned, RunState.of(List.of(started, planned)));
    progress.close();

    assertThat(shown()).contains("0/7");
  }

  @Test
  void closed_once_more_it_draws_nothing_below_the_result() {
    progress.close();
    String once = shown();

    progress.close();

    assertThat(shown()).isEqualTo(once);
  }
}
