package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bpmndoc.store.sql.Samples.failed;
import static org.bpmndoc.store.sql.Samples.started;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.journal.Journal.FenceException;
import org.bpmndoc.store.sql.StateException.Kind;
import org.junit.jupiter.api.Test;

/// What every state keeps to, wherever it is.
interface StateContract {

  LeaseTerms TERMS = LeaseTerms.of(Duration.ofMinutes(10), Duration.ofMinutes(1));

  /// Of a state that exists.
  StateAddress address();

  /// Where there is none.
  StateAddress emptyAddress();

  /// As a later bpmndoc would, which knows one more migration.
  State openWithLaterMigrations();

  /// As an older bpmndoc did, whose newest migration was that one.
  State openAsOf(StateAddress address, int version);

  void execute(String sql) throws SQLException;

  static Migrations later(Migrations now) {
    List<String> locations = new ArrayList<>(now.locations());
    locations.add("classpath:org/bpmndoc/store/sql/later");
    return new Migrations(99, locations);
  }

  static Migrations asOf(Migrations now, int version) {
    return new Migrations(version, now.locations());
  }

  @Test
  default void everything_is_there_after_a_reopening() {
    Assignment assignment = new Assignment(Samples.FINGERPRINT, Samples.LINEAGE, "r1");
    try (State state = State.open(address())) {
      state.journal().append("r1", 1, Samples.everyKindOfEntry());
      state.documents().put(Samples.document("first"), false);
      state.documents().assign(Samples.ORDER, assignment);
    }

    try (State state = State.open(address())) {
      assertThat(state.journal().newestRun()).contains("r1");
      assertThat(state.journal().entries("r1")).isEqualTo(Samples.everyKindOfEntry());
      assertThat(state.documents().find(Samples.FINGERPRINT)).contains(Samples.document("first"));
      assertThat(state.documents().assignments()).containsEntry(Samples.ORDER, assignment);
    }
  }

  @Test
  default void of_two_writers_the_one_that_is_late_is_fenced() {
    try (State one = State.open(address());
        State other = State.open(address())) {
      one.journal().append("r1", 1, List.of(started("a")));
      other.journal().append("r1", 2, List.of(failed("b")));

      assertThatThrownBy(() -> one.journal().append("r1", 2, List.of(failed("c"))))
          .isInstanceOf(FenceException.class)
          .hasRootCauseInstanceOf(SQLException.class);

      assertThat(one.journal().entries("r1")).containsExactly(started("a"), failed("b"));
    }
  }

  @Test
  default void who_works_on_a_state_is_seen_while_it_does() {
    try (State working = State.open(address());
        State looking = State.openExisting(address()).orElseThrow()) {
      assertThat(looking.worker()).isEmpty();
      try (Hold _ = working.hold(TERMS)) {
        assertThat(looking.worker().orElseThrow())
            .startsWith("process " + ProcessHandle.current().pid())
            .contains(" since ");
      }
      assertThat(looking.worker()).isEmpty();
    }
  }

  @Test
  default void looking_makes_nothing_and_changes_nothing() {
    assertThat(State.openExisting(emptyAddress())).isEmpty();
    assertThat(State.openExisting(emptyAddress())).isEmpty();

    try (State looking = State.openExisting(address()).orElseThrow()) {
      assertThat(looking.journal().newestRun()).isEmpty();
      refuses(Kind.NOT_WRITABLE, () -> looking.journal().append("r1", 1, List.of(started("a"))));
      refuses(Kind.NOT_WRITABLE, () -> looking.documents().put(Samples.document("first"), true));
    }
  }

  @Test
  default void a_newer_schema_is_refused() throws Exception {
    execute("update flyway_schema_history set version = '7' where version = '1'");

    refuses(Kind.NEWER, () -> State.open(address()), "newer bpmndoc", "version 7", "--state");
    refuses(Kind.NEWER, () -> State.openExisting(address()));
  }

  @Test
  default void an_older_schema_is_migrated_and_keeps_what_is_in_it() throws Exception {
    try (State state = State.open(address())) {
      state.journal().append("r1", 1, Samples.everyKindOfEntry());
    }

    try (State later = openWithLaterMigrations()) {
      execute("insert into later_table (name) values ('of a later version')");
      assertThat(later.journal().entries("r1")).isEqualTo(Samples.everyKindOfEntry());
    }
    refuses(Kind.NEWER, () -> State.open(address()), "version 99");
  }

  @Test
  default void a_state_from_before_requests_were_kept_has_documents_without_them() {
    StateAddress old = emptyAddress();
    try (State state = openAsOf(old, 1)) {
      state.documents().put(Samples.document("first"), false);
    }

    try (State state = State.openExisting(old).orElseThrow()) {
      assertThat(state.documents().find(Samples.FINGERPRINT)).contains(Samples.document("first"));
      assertThat(state.documents().sent(Samples.FINGERPRINT)).isEmpty();
    }
    try (State state = State.open(old)) {
      state.documents().put(Samples.document("second"), Samples.sent("Order"), true);
      assertThat(state.documents().sent(Samples.FINGERPRINT)).contains(Samples.sent("Order"));
    }
  }

  @Test
  default void what_was_sent_goes_with_its_document() {
    try (State state = State.open(address())) {
      state.documents().put(Samples.document("first"), Samples.sent("Order"), false);
      state.documents().put(Samples.document("second"), true);

      assertThat(state.housekeeping().delete(List.of(), List.of())).isEqualTo(1);

      assertThat(state.documents().sent(Samples.FINGERPRINT)).isEmpty();
      assertThat(state.documents().earlier(Samples.FINGERPRINT)).isEmpty();
    }
  }

  @Test
  default void only_what_no_subject_has_is_pruned() {
    try (State state = State.open(address())) {
      Assignment assignment = new Assignment(Samples.FINGERPRINT, Samples.LINEAGE, "r1");
      state.documents().put(Samples.document("first"), Samples.sent("Order"), false);
      state.documents().put(Samples.document("second"), true);
      state.documents().assign(Samples.ORDER, assignment);
      state.documents().assign(Samples.BILL, assignment);

      state.housekeeping().remove(List.of(Samples.ORDER), List.of(Samples.FINGERPRINT));
      assertThat(state.documents().assignments()).containsOnlyKeys(Samples.BILL);
      assertThat(state.documents().find(Samples.FINGERPRINT)).contains(Samples.document("second"));
      assertThat(state.documents().earlier(Samples.FINGERPRINT))
          .containsExactly(Samples.document("first"));

      state.housekeeping().remove(List.of(Samples.BILL), List.of(Samples.FINGERPRINT));
      assertThat(state.documents().find(Samples.FINGERPRINT)).isEmpty();
      assertThat(state.documents().earlier(Samples.FINGERPRINT)).isEmpty();
      assertThat(state.documents().sent(Samples.FINGERPRINT)).isEmpty();
    }
  }

  @Test
  default void one_at_a_time_works_on_its_runs_and_the_next_is_told_who() {
    try (State one = State.open(address());
        State other = State.open(address())) {
      Hold first = one.hold(TERMS);
      refuses(
          Kind.IN_USE,
          () -> other.hold(TERMS),
          "is being worked on by process " + ProcessHandle.current().pid(),
          " since 20");

      first.close();
      Hold second = other.hold(TERMS);

      refuses(Kind.IN_USE, () -> one.hold(TERMS));
      second.close();
    }
  }

  static void refuses(Kind kind, Runnable attempt, String... words) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            StateException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              for (String word : words) {
                assertThat(e).hasMessageContaining(word);
              }
            });
  }
}
