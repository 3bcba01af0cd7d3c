package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.bpmndoc.store.sql.StateContract.refuses;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bpmndoc.store.sql.StateException.Kind;
import org.junit.jupiter.api.Test;

class PostgresqlStateTest {

  @Test
  void a_schema_of_another_program_is_refused_and_left_alone() throws Exception {
    StateAddress.Server address = Postgres.freshSchema();
    State.open(address).close();
    Postgres.execute(address, "drop table flyway_schema_history");

    refuses(Kind.NOT_A_STATE, () -> State.open(address), "another program", "currentSchema");
    refuses(Kind.NOT_A_STATE, () -> State.openExisting(address));
  }

  @Test
  void a_schema_is_found_by_any_name() {
    String url = Postgres.url() + "&currentSchema=" + "%22Order%20to%20cash%22";

    State.open(Postgres.address(url)).close();
    try (State state = State.open(Postgres.address(url))) {
      assertThat(state.journal().newestRun()).isEmpty();
    }
  }

  @Test
  void of_several_that_make_it_at_once_each_finds_it() throws Exception {
    StateAddress.Server address = Postgres.freshSchema();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<State>> openings =
          threads.invokeAll(Collections.nCopies(4, () -> State.open(address)));
      for (Future<State> opening : openings) {
        try (State state = opening.get()) {
          assertThat(state.journal().newestRun()).isEmpty();
        }
      }
    }
  }

  @Test
  void two_schemas_are_two_states() {
    try (State one = State.open(Postgres.freshSchema());
        State other = State.open(Postgres.freshSchema());
        Hold _ = one.hold(StateContract.TERMS);
        Hold _ = other.hold(StateContract.TERMS)) {
      one.journal().append("r1", 1, List.of(Samples.started("a")));

      assertThat(other.journal().newestRun()).isEmpty();
    }
  }

  @Test
  void a_server_that_does_not_answer_is_told_from_a_database_that_is_not_there() {
    refuses(
        Kind.UNREACHABLE,
        () -> State.open(Postgres.address("jdbc:postgresql://localhost:1/bpmndoc")),
        "jdbc:postgresql://localhost:1/bpmndoc does not answer");
    refuses(
        Kind.NOT_A_STATE,
        () -> State.open(Postgres.address(Postgres.url().replace("/postgres?", "/none?"))),
        "there is no database at");
  }

  @Test
  void a_user_that_may_not_write_is_told_so() throws Exception {
    StateAddress.Server address = Postgres.freshSchema();
    State.open(address).close();
    String schema = address.url().replaceFirst(".*currentSchema=", "");
    Postgres.execute(
        address,
        "create role reader login; grant usage on schema %s to reader; grant select on all tables in schema %s to reader"
            .formatted(schema, schema));

    StateAddress asReader =
        StateAddress.parse(address.url().replace("user=postgres&", ""), Map.of("PGUSER", "reader"));
    try (State looking = State.openExisting(asReader).orElseThrow()) {
      assertThat(looking.journal().newestRun()).isEmpty();
    }
    try (State state = State.open(asReader)) {
      refuses(Kind.NOT_WRITABLE, () -> state.hold(StateContract.TERMS), "does not let this user");
    }
  }

  /// Where it was used a moment ago, its end is only found out by using it.
  @Test
  void a_connection_that_was_cut_is_replaced() throws Exception {
    StateAddress.Server address = Postgres.freshSchema();
    try (State state = State.open(address)) {
      state.journal().append("r1", 1, List.of(Samples.started("a")));
      Postgres.execute(
          address,
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
              + " 'bpmndoc'");

      assertThat(catchThrowable(() -> state.journal().newestRun()))
          .satisfiesAnyOf(
              nothing -> assertThat(nothing).isNull(),
              told -> assertThat(told).hasMessageContaining("does not answer"));
      assertThat(state.journal().newestRun()).contains("r1");
    }
  }
}
