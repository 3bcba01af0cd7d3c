package org.bpmndoc.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTermsTest {

  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  private final LeaseTerms terms = LeaseTerms.of(Duration.ofMinutes(10), Duration.ofSeconds(90));

  @Test
  void an_owner_is_believed_alive_for_four_heartbeats() {
    assertThat(terms.until(NOW)).isEqualTo("2026-11-26T08:01:00Z");
    assertThat(terms.heartbeat()).hasSeconds(15);
  }

  @Test
  void who_is_about_to_create_a_batch_has_more_than_the_create_timeout_left() {
    assertThat(terms.untilCreated(NOW)).isEqualTo("2026-11-26T08:11:00Z");
  }

  @Test
  void a_dead_owners_work_is_free_after_the_create_timeout_and_the_lists_delay() {
    assertThat(terms.freeFrom(NOW)).isEqualTo("2026-11-26T08:11:30Z");
  }

  @Test
  void a_wait_is_never_negative() {
    assertThatThrownBy(() -> LeaseTerms.of(Duration.ofMinutes(-1), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LeaseTerms(Duration.ZERO, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
