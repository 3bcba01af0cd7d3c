package org.bpmndoc.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.plan.Turnaround;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.testing.MemoryJournal;
import org.junit.jupiter.api.Test;

class ExperienceOfStateTest {

  private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
  private static final ContractId EPIC = new ContractId("epic", 1);

  private final Journal journal = new MemoryJournal();

  @Test
  void a_state_without_runs_has_none() {
    assertThat(Experience.of(journal, "fake", "model")).isEqualTo(Experience.NONE);
  }

  @Test
  void only_the_newest_runs_are_looked_at_the_newest_first() {
    for (int run = 0; run < Experience.RUNS_MAX + 5; run++) {
      begin(run, 1);
    }

    List<Turnaround> batches = Experience.of(journal, "fake", "model").batches();

    assertThat(batches).hasSize(Experience.RUNS_MAX);
    assertThat(batches.getFirst().run()).isEqualTo("r" + (Experience.RUNS_MAX + 4));
    assertThat(batches.getLast().run()).isEqualTo("r5");
  }

  @Test
  void after_enough_answers_older_runs_are_looked_at_for_their_batches_alone() {
    begin(0, 1);
    begin(1, Experience.ANSWERS_ENOUGH);
    begin(2, 1);

    Experience seen = Experience.of(journal, "fake", "model");

    assertThat(seen.batches()).hasSize(3);
    assertThat(seen.tokens().answers(EPIC).count()).isEqualTo(Experience.ANSWERS_ENOUGH + 1);
    assertThat(seen.tokens().promptBytes()).isEqualTo((Experience.ANSWERS_ENOUGH + 1) * 3_000L);
  }

  /// A run with one batch of so many requests.
  private void begin(int number, int requests) {
    String run = "r" + number;
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry.RunStarted(
            AT,
            "fake",
            "model",
            new BigDecimal("0.5"),
            "en",
            "hybrid",
            Optional.empty(),
            Optional.empty(),
            false,
            false));
    List<Entry.Attempt> attempts = new ArrayList<>();
    for (int request = 0; request < requests; request++) {
      Fingerprint fingerprint = new Fingerprint("%064x".formatted(request + 1));
      CustomId id = new CustomId("%s_%d".formatted(run, request));
      attempts.add(new Entry.Attempt(id, fingerprint, EPIC, 1, List.of(), Usd.ZERO));
    }
    entries.add(new Entry.BatchIntended(AT, 1, 1, attempts, "", requests * 3_000L));
    for (Entry.Attempt attempt : attempts) {
      entries.add(
          new Entry.Settled(
              AT,
              attempt.id(),
              Entry.Settlement.ACCEPTED,
              Usage.of(1_000, 400),
              Usd.ZERO,
              "",
              2_000,
              ""));
    }
    entries.add(new Entry.BatchRead(AT, 1, requests, requests, Optional.of(Duration.ofMinutes(7))));
    journal.append(run, 1, entries);
  }
}
