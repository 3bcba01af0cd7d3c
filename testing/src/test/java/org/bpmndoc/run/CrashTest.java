package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.testing.FakeBatchApi.CreateFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The process ends at every single write to journal or document store, once just before it became
/// durable and once just after, and the run is taken up again. A full disk is the same: what could
/// not be written stops the process.
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

  /// How the creation of the first batch goes.
  enum Creation {
    FINE,
    REPLY_LOST,
    REQUEST_LOST
  }

  private static House house(Channel parents, Creation creation) {
    House house =
        new House()
            .subject("a", Channel.BATCH)
            .subject("b", Channel.BATCH)
            .subject("mid", parents, "a", "b")
            .subject("other", parents, "b")
            .subject("root", parents, "mid", "other");
    switch (creation) {
      case FINE -> {}
      case REPLY_LOST -> house.batches.failNextCreate(new CreateFault.ReplyLost());
      case REQUEST_LOST -> house.batches.failNextCreate(new CreateFault.RequestLost());
    }
    return house;
  }

  @ParameterizedTest
  @CsvSource({
    "FINE, false",
    "FINE, true",
    "REPLY_LOST, false",
    "REPLY_LOST, true",
    "REQUEST_LOST, false",
    "REQUEST_LOST, true"
  })
  void batches_are_paid_once_wherever_the_process_ends(Creation creation, boolean after) {
    assertThat(crashEverywhere(Channel.BATCH, creation, after)).isGreaterThan(25);
  }

  @ParameterizedTest
  @CsvSource({"FINE, false", "FINE, true", "REPLY_LOST, true"})
  void direct_calls_are_booked_at_their_reservation_and_sent_again(
      Creation creation, boolean after) {
    assertThat(crashEverywhere(Channel.DIRECT, creation, after)).isGreaterThan(25);
  }

  /// Returns how many places the process was ended at.
  private static int crashEverywhere(Channel parents, Creation creation, boolean after) {
    House untouched = house(parents, creation);
    untouched.run();
    Map<String, String> expected = documents(untouched);
    for (int place = 0; ; place++) {
      House house = house(parents, creation);
      Journal journal = house.journal;
      DocumentStore documents = house.documents;
      Countdown countdown = new Countdown(place, after);
      house.journal = new CrashingJournal(journal, countdown);
      house.documents = new CrashingDocuments(documents, countdown);
      try {
        house.run();
        return place;
      } catch (Crash e) {
        house.journal = journal;
        house.documents = documents;
        house.calls.close();
      }
      RunState end = house.run();

      assertThat(end.endedAt()).as("taken up after %d writes", place).isPresent();
      assertThat(documents(house)).as("documents after %d writes", place).isEqualTo(expected);
      assertThat(house.batches.created())
          .as("batches after %d writes", place)
          .isEqualTo(untouched.batches.created());
      assertThat(end.attempts().reserved().amount()).isZero();
      int exposure = house.calls.concurrency();
      assertThat(end.attempts().sent(Channel.DIRECT))
          .isLessThanOrEqualTo(untouched.billed.size() - 2 + exposure);
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

  @Test
  void a_document_that_was_stored_before_its_answer_was_booked_is_neither_lost_nor_paid_again() {
    House house = house(Channel.DIRECT, Creation.FINE);
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
