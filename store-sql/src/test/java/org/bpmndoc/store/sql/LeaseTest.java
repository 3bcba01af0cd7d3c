package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bpmndoc.store.sql.StateContract.refuses;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.store.sql.StateException.Kind;
import org.bpmndoc.testing.SettableClock;
import org.junit.jupiter.api.Test;

/// Who works on a state on PostgreSQL, when owners die, fall silent and come back. Time is set; a
/// lease of hours keeps the heartbeat still.
class LeaseTest implements ProcessesContract {

  private static final Duration LEASE = Duration.ofHours(8);
  private static final Duration CREATE_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration LIST_DELAY = Duration.ofMinutes(1);
  private static final Duration WAIT = CREATE_TIMEOUT.plus(LIST_DELAY);
  private static final LeaseTerms TERMS = new LeaseTerms(LEASE, CREATE_TIMEOUT, LIST_DELAY);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final StateAddress.Server address = Postgres.freshSchema();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T08:00:00Z"));

  @Override
  public StateAddress address() {
    return address;
  }

  private PostgresqlState open() {
    return PostgresqlState.open(address, Migrations.POSTGRESQL, _ -> clock.instant());
  }

  @Test
  void a_lease_is_taken_over_once_its_owners_last_request_cannot_arrive_any_more() {
    try (State one = open();
        State other = open()) {
      Hold lost = one.hold(TERMS);
      clock.advance(LEASE.plus(MOMENT));
      refuses(
          Kind.IN_USE,
          () -> other.hold(TERMS),
          "no sign of life in time (its lease ended 2026-11-26T16:00:00Z)",
          "from 2026-11-26T16:11:00Z on its work is taken over");

      clock.advance(WAIT.minus(MOMENT).minus(MOMENT));
      refuses(Kind.IN_USE, () -> other.hold(TERMS));

      clock.advance(MOMENT);
      try (Hold _ = other.hold(TERMS)) {
        lost.close();
        refuses(Kind.IN_USE, () -> one.hold(TERMS));
      }
    }
  }

  @Test
  void an_owner_that_lost_its_lease_writes_nothing_any_more() {
    try (State one = open();
        State other = open();
        Hold _ = one.hold(TERMS)) {
      one.journal().append("r1", 1, List.of(Samples.started("a")));
      clock.advance(LEASE.plus(WAIT));
      try (Hold _ = other.hold(TERMS)) {
        refuses(
            Kind.LOST,
            () -> one.journal().append("r1", 2, List.of(Samples.failed("late"))),
            "lost its work to process " + ProcessHandle.current().pid());
        refuses(Kind.LOST, () -> one.journal().append("r1", 2, List.of(intent())));
        refuses(Kind.LOST, () -> one.documents().put(Samples.document("late"), true));

        assertThat(other.journal().entries("r1")).containsExactly(Samples.started("a"));
        assertThat(other.documents().find(Samples.FINGERPRINT)).isEmpty();
        other.journal().append("r1", 2, List.of(Samples.failed("mine")));
      }
      refuses(Kind.LOST, () -> one.journal().append("r1", 3, List.of(Samples.failed("late"))));
    }
  }

  @Test
  void an_owner_that_was_silent_and_lost_nothing_goes_on() {
    try (State one = open();
        Hold _ = one.hold(TERMS)) {
      clock.advance(Duration.ofDays(2));

      one.journal().append("r1", 1, List.of(Samples.started("a")));

      assertThat(one.journal().entries("r1")).containsExactly(Samples.started("a"));
    }
  }

  @Test
  void a_sign_of_life_keeps_the_lease() {
    try (PostgresqlState one = open();
        State other = open();
        LeaseHold hold = one.hold(TERMS)) {
      clock.advance(LEASE);
      hold.beat();
      clock.advance(LEASE.plus(WAIT).minus(MOMENT));

      refuses(Kind.IN_USE, () -> other.hold(TERMS));
    }
  }

  @Test
  void the_intent_to_create_a_batch_makes_the_lease_outlive_the_creation() {
    try (PostgresqlState one = open();
        State other = open();
        LeaseHold hold = one.hold(TERMS)) {
      one.journal().append("r1", 1, List.of(intent()));
      hold.beat();
      clock.advance(LEASE.plus(CREATE_TIMEOUT).plus(WAIT).minus(MOMENT));

      refuses(Kind.IN_USE, () -> other.hold(TERMS));
      clock.advance(MOMENT);
      other.hold(TERMS).close();
    }
  }

  @Test
  void the_lease_of_a_process_that_is_killed_is_taken_over_in_time() throws Exception {
    try (Child child = Child.start(address, "append")) {
      assertThat(child.line()).isEqualTo("appended 20");
      child.kill();
      SettableClock later = new SettableClock(Instant.now());

      try (State state =
          PostgresqlState.open(address, Migrations.POSTGRESQL, _ -> later.instant())) {
        refuses(Kind.IN_USE, () -> state.hold(TERMS), "by process " + child.pid() + " on ");
        later.advance(Duration.ofHours(1));
        try (Hold _ = state.hold(TERMS)) {
          state.journal().append("r1", 21, List.of(Samples.failed("and on")));
        }
      }
    }
  }

  private static Entry intent() {
    return Samples.everyKindOfEntry().stream()
        .filter(Entry.BatchIntended.class::isInstance)
        .findFirst()
        .orElseThrow();
  }
}
