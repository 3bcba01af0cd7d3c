package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.junit.jupiter.api.Test;

/// What a process that ends leaves to the next one. That no place to end is forgotten,
/// `ExhaustionTest` shows.
class CrashTest {

  private static final class Crash extends Error {
    @Serial private static final long serialVersionUID = 1L;
  }

  /// Lets a number of writes through, then crashes: before the next one is durable, or after.
  private static final class Countdown {
    private final boolean after;
    private int left;

    Countdown(int left, boolean after) {
      this.left = left;
      this.after = after;
    }

    void write(Runnable write) {
      boolean crash = left-- == 0;
      if (crash && !after) {
        throw new Crash();
      }
      write.run();
      if (crash) {
        throw new Crash();
      }
    }
  }

  private record CrashingJournal(Journal journal, Countdown countdown) implements Journal {
    @Override
    public void append(String run, long first, List<Entry> entries) {
      countdown.write(() -> journal.append(run, first, entries));
    }

    @Override
    public List<Entry> entries(String run) {
      return journal.entries(run);
    }

    @Override
    public List<Entry> entries(String run, Set<Class<? extends Entry>> kinds) {
      return journal.entries(run, kinds);
    }

    @Override
    public List<String> runs() {
      return journal.runs();
    }

    @Override
    public Optional<String> newestRun() {
      return journal.newestRun();
    }
  }

  private record CrashingDocuments(DocumentStore documents, Countdown countdown)
      implements DocumentStore {
    @Override
    public Optional<Document> find(Fingerprint fingerprint) {
      return documents.find(fingerprint);
    }

    @Override
    public void put(Document document, boolean replace) {
      countdown.write(() -> documents.put(document, replace));
    }

    @Override
    public void assign(SubjectId subject, Assignment assignment) {
      countdown.write(() -> documents.assign(subject, assignment));
    }

    @Override
    public Map<SubjectId, Assignment> assignments() {
      return documents.assignments();
    }
  }

  @Test
  void a_request_is_not_given_up_because_processes_end_while_it_is_under_way() {
    House house = new House().subject("a", Channel.DIRECT);
    Journal journal = house.journal;
    for (int process = 0; process < 5; process++) {
      // After the intent of the call, before its answer is booked. The first process also begins
      // the run, each later one books what the last one left.
      house.journal = new CrashingJournal(journal, new Countdown(1, true));
      assertThatThrownBy(house::run).isInstanceOf(Crash.class);
      house.calls.close();
    }
    house.journal = journal;

    RunState end = house.run();

    assertThat(end.subjects().get(House.id("a"))).isInstanceOf(SubjectState.Documented.class);
    assertThat(end.attempts().sent(Channel.DIRECT)).isEqualTo(6);
    assertThat(end.attempts().spent(Channel.DIRECT).amount()).isEqualByComparingTo("0.505");
  }

  @Test
  void a_document_that_was_stored_before_its_answer_was_booked_is_neither_lost_nor_paid_again() {
    House house =
        new House()
            .subject("a", Channel.BATCH)
            .subject("b", Channel.BATCH)
            .subject("root", Channel.DIRECT, "a", "b");
    DocumentStore documents = house.documents;
    // The first write to the store is the first document.
    house.documents = new CrashingDocuments(documents, new Countdown(0, true));
    assertThatThrownBy(house::run).isInstanceOf(Crash.class);
    house.documents = documents;

    RunState end = house.run();

    assertThat(end.attempts().sent(Channel.BATCH)).isEqualTo(2);
    assertThat(end.attempts().spent(Channel.BATCH).amount()).isEqualByComparingTo("0.01");
    assertThat(house.billed).doesNotHaveDuplicates();
  }
}
