package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.store.sql.StateException.Kind;
import org.junit.jupiter.api.Test;

/// What every state keeps to where several processes use it, and some are killed.
interface ProcessesContract {

  StateAddress address();

  @Test
  default void what_was_written_outlives_a_process_that_is_killed() throws Exception {
    try (Child child = Child.start(address(), "append")) {
      assertThat(child.line()).isEqualTo("appended 20");
      child.kill();
    }

    try (State state = State.open(address())) {
      assertThat(state.journal().entries("r1"))
          .isEqualTo(
              IntStream.rangeClosed(1, 20).mapToObj(i -> Samples.failed("entry " + i)).toList());
      assertThat(state.documents().find(Samples.FINGERPRINT))
          .contains(Samples.document("document 20"));
      state.journal().append("r1", 21, List.of(Samples.failed("and on")));
    }
  }

  @Test
  default void a_second_process_is_told_which_one_works_on_it() throws Exception {
    try (State state = State.open(address());
        Child child = Child.start(address(), "hold")) {
      assertThat(child.line()).isEqualTo("held");

      assertThatThrownBy(() -> state.hold(StateContract.TERMS))
          .isInstanceOfSatisfying(
              StateException.class, e -> assertThat(e.kind()).isEqualTo(Kind.IN_USE))
          .hasMessageMatching(
              "(?s).* is being worked on by process "
                  + child.pid()
                  + "( on \\S+)? since [0-9TZ:.-]+\n.*");
    }
  }

  @Test
  default void a_state_can_be_read_while_another_process_works_on_it() throws Exception {
    try (Child child = Child.start(address(), "append")) {
      assertThat(child.line()).isEqualTo("appended 20");

      try (State looking = State.openExisting(address()).orElseThrow()) {
        assertThat(looking.journal().entries("r1")).hasSize(20);
      }
    }
  }

  @Test
  default void of_two_processes_that_append_the_same_entry_one_is_fenced() throws Exception {
    State.open(address()).close();
    try (Child one = Child.start(address(), "start");
        Child other = Child.start(address(), "start");
        State state = State.open(address())) {
      List<String> started = Stream.concat(one.lines(), other.lines()).toList();

      assertThat(started).hasSize(50).doesNotHaveDuplicates();
      assertThat(started).allSatisfy(run -> assertThat(state.journal().entries(run)).hasSize(2));
    }
  }
}
