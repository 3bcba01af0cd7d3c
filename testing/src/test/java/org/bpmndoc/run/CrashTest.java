package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bpmndoc.document.Document;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.plan.Channel;
import org.junit.jupiter.api.Test;

/// The process ends at every single boundary between two journal entries, once just before an entry
/// became durable and once just after, and the run is taken up again.
class CrashTest {

  private static final class Crash extends Error {
    @Serial private static final long serialVersionUID = 1L;
  }

  /// Lets a number of appends through, then crashes: before the next one is durable, or after.
  private record CrashingJournal(Journal journal, int[] left, boolean after) implements Journal {
    @Override
    public void append(String run, long first, List<Entry> entries) {
      boolean crash = left[0]-- == 0;
      if (crash && !after) {
        throw new Crash();
      }
      journal.append(run, first, entries);
      if (crash) {
        throw new Crash();
      }
    }

    @Override
    public List<Entry> entries(String run) {
      return journal.entries(run);
    }

    @Override
    public Optional<String> newestRun() {
      return journal.newestRun();
    }
  }

  private static House house(Channel parents) {
    return new House()
        .subject("a", Channel.BATCH)
        .subject("b", Channel.BATCH)
        .subject("mid", parents, "a", "b")
        .subject("other", parents, "b")
        .subject("root", parents, "mid", "other");
  }

  @Test
  void batches_are_paid_once_wherever_the_process_ends() {
    assertThat(crashEverywhere(Channel.BATCH, false)).isGreaterThan(15);
    assertThat(crashEverywhere(Channel.BATCH, true)).isGreaterThan(15);
  }

  @Test
  void direct_calls_are_booked_at_their_reservation_and_sent_again() {
    assertThat(crashEverywhere(Channel.DIRECT, false)).isGreaterThan(15);
    assertThat(crashEverywhere(Channel.DIRECT, true)).isGreaterThan(15);
  }

  /// Returns how many places the process was ended at.
  private static int crashEverywhere(Channel parents, boolean after) {
    House untouched = house(parents);
    untouched.run();
    Map<String, String> expected = documents(untouched);
    for (int place = 0; ; place++) {
      House house = house(parents);
      Journal real = house.journal;
      house.journal = new CrashingJournal(real, new int[] {place}, after);
      try {
        house.run();
        return place;
      } catch (Crash e) {
        house.journal = real;
        house.calls.close();
      }
      RunState end = house.run();

      assertThat(end.endedAt()).as("taken up after %d appends", place).isPresent();
      assertThat(documents(house)).as("documents after %d appends", place).isEqualTo(expected);
      assertThat(house.batches.created())
          .as("batches after %d appends", place)
          .isEqualTo(untouched.batches.created());
      assertThat(end.attempts().reserved().amount()).isZero();
      int exposure = house.calls.concurrency();
      assertThat(end.attempts().sent(Channel.DIRECT))
          .isLessThanOrEqualTo(untouched.billed.size() - 2 + exposure);
    }
  }

  private static Map<String, String> documents(House house) {
    Map<String, String> documents = new TreeMap<>();
    house
        .documents
        .assignments()
        .forEach((subject, assignment) -> {
          Document document = house.documents.find(assignment.fingerprint()).orElseThrow();
          documents.put(subject.value(), document.content().toString());
        });
    return documents;
  }
}
