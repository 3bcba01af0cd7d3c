package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.bpmndoc.store.sql.StateException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlErrorsTest {

  private final PostgresqlErrors errors = new PostgresqlErrors("jdbc:postgresql://db/bpmndoc");

  @ParameterizedTest
  @CsvSource({
    "08001, UNREACHABLE",
    "08006, UNREACHABLE",
    "53300, UNREACHABLE",
    "57P01, UNREACHABLE",
    "57P03, UNREACHABLE",
    "28P01, NOT_WRITABLE",
    "28000, NOT_WRITABLE",
    "42501, NOT_WRITABLE",
    "25006, NOT_WRITABLE",
    "3D000, NOT_A_STATE",
    "53100, FULL",
    "58030, DRIVE",
    "XX001, DAMAGED",
    "40P01, IN_USE",
    "55P03, IN_USE"
  })
  void what_a_person_can_mend_is_explained(String code, Kind kind) {
    StateException explained =
        errors.explain(new SQLException("words of the server", code)).orElseThrow();

    assertThat(explained.kind()).isEqualTo(kind);
    assertThat(explained)
        .hasMessageContaining("jdbc:postgresql://db/bpmndoc")
        .hasMessageEndingWith("\n  hint: " + explained.hint());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"42P01", "22001", ""})
  void a_statement_that_is_wrong_is_left_as_it_is(String code) {
    assertThat(errors.explain(new SQLException("no such table", code))).isEmpty();
  }

  @Test
  void a_key_that_is_taken_is_told() {
    assertThat(errors.isTaken(new SQLException("duplicate key", "23505"))).isTrue();
    assertThat(errors.isTaken(new SQLException("not null", "23502"))).isFalse();
  }
}
