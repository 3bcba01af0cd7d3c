package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.plan.Channel;
import org.junit.jupiter.api.Test;

/// What a process that ends leaves to the next one. That no place to end is forgotten,
/// `ExhaustionTest` shows.
class CrashTest {

  @Test
  void a_request_is_not_given_up_because_processes_end_while_it_is_under_way() {
    House house = new House().subject("a", Channel.DIRECT);
    Journal journal = house.journal;
    for (int process = 0; process < 5; process++) {
      // After the intent of the call, before its answer is booked. The first process also begins
      // the run, each later one books what the last one left.
      house.journal = Crashing.journal(journal, new Crashing.Countdown(1, true));
      assertThatThrownBy(house::run).isInstanceOf(Crashing.Crash.class);
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
    house.documents = Crashing.documents(documents, new Crashing.Countdown(0, true));
    assertThatThrownBy(house::run).isInstanceOf(Crashing.Crash.class);
    house.documents = documents;

    RunState end = house.run();

    assertThat(end.attempts().sent(Channel.BATCH)).isEqualTo(2);
    assertThat(end.attempts().spent(Channel.BATCH).amount()).isEqualByComparingTo("0.01");
    assertThat(house.billed).doesNotHaveDuplicates();
  }
}
