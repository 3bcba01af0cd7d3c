package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bpmndoc.store.sql.Samples.failed;
import static org.bpmndoc.store.sql.Samples.started;

import java.util.List;
import java.util.Set;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.journal.Journal.FenceException;
import org.junit.jupiter.api.Test;

/// What every journal keeps to.
interface JournalContract {

  Journal journal();

  @Test
  default void every_kind_of_entry_comes_back_as_it_was() {
    List<Entry> entries = Samples.everyKindOfEntry();
    assertThat(entries.stream().map(Object::getClass).distinct())
        .hasSameSizeAs(Entry.class.getPermittedSubclasses());

    journal().append("r1", 1, entries);

    assertThat(journal().entries("r1")).isEqualTo(entries);
  }

  @Test
  default void entries_come_back_in_order_and_by_run() {
    journal().append("r1", 1, List.of(started("a")));
    journal().append("r2", 1, List.of(started("b")));
    journal().append("r1", 2, List.of(failed("one"), failed("two")));
    journal().append("r1", 4, List.of(failed("three")));

    assertThat(journal().entries("r1"))
        .containsExactly(started("a"), failed("one"), failed("two"), failed("three"));
    assertThat(journal().entries("r2")).containsExactly(started("b"));
  }

  @Test
  default void a_sequence_that_is_taken_fences_and_nothing_of_the_append_stays() {
    journal().append("r1", 1, List.of(started("a"), failed("one")));

    assertThatThrownBy(() -> journal().append("r1", 2, List.of(failed("late"), failed("later"))))
        .isInstanceOf(FenceException.class)
        .hasMessageContaining("run r1 is being worked on elsewhere: entry 2");

    assertThat(journal().entries("r1")).containsExactly(started("a"), failed("one"));
    journal().append("r1", 3, List.of(failed("two")));
  }

  @Test
  default void no_entry_may_be_left_out() {
    journal().append("r1", 1, List.of(started("a")));

    assertThatThrownBy(() -> journal().append("r1", 3, List.of(failed("one"))))
        .isInstanceOf(RuntimeException.class);

    assertThat(journal().entries("r1")).containsExactly(started("a"));
  }

  @Test
  default void a_run_that_does_not_exist_has_no_entries() {
    assertThat(journal().entries("r9")).isEmpty();
  }

  @Test
  default void entries_can_be_had_by_kind() {
    List<Entry> entries = Samples.everyKindOfEntry();
    journal().append("r1", 1, entries);
    journal().append("r2", 1, List.of(started("b")));

    for (Entry entry : entries) {
      Class<? extends Entry> kind = entry.getClass();
      assertThat(journal().entries("r1", Set.of(kind)))
          .isEqualTo(entries.stream().filter(kind::isInstance).toList());
    }
    assertThat(journal().entries("r1", Set.of(Entry.RunEnded.class, Entry.RunStarted.class)))
        .isEqualTo(
            entries.stream()
                .filter(e -> e instanceof Entry.RunStarted || e instanceof Entry.RunEnded)
                .toList());
    assertThat(journal().entries("r1", Set.of())).isEmpty();
  }

  @Test
  default void runs_are_listed_in_the_order_in_which_they_were_started() {
    assertThat(journal().runs()).isEmpty();

    journal().append("z", 1, List.of(started("a")));
    journal().append("a", 1, List.of(started("b"), failed("one")));
    journal().append("z", 2, List.of(failed("one")));

    assertThat(journal().runs()).containsExactly("z", "a");
  }

  @Test
  default void the_newest_run_is_the_one_that_was_started_last() {
    assertThat(journal().newestRun()).isEmpty();

    journal().append("z", 1, List.of(started("a")));
    journal().append("a", 1, List.of(started("b")));
    journal().append("z", 2, List.of(failed("one")));

    assertThat(journal().newestRun()).contains("a");
  }
}
