package org.bpmndoc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.Usage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bpmndoc.emulator.SharedRules.Used;
import org.bpmndoc.plan.Usd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who finds what in the prompt cache, and when.
class CacheTest {

  private static final Duration TURNAROUND = Duration.ofMinutes(10);

  private final House house = new House(EmulatorSettings.of(House.ECHO), TURNAROUND);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_cold_batch_pays_for_every_write_and_reads_nothing() {
    String batch = SharedRules.batch(house, "one", "two", "three");
    house.clock.advance(TURNAROUND);

    List<Usage> usages = SharedRules.usages(house, batch);

    assertThat(usages).extracting(Used::of).containsOnly(Used.WRITTEN).hasSize(3);
    assertThat(usages.getFirst().cacheCreationInputTokens()).contains(SharedRules.RULES_TOKENS);
    assertThat(usages.getFirst().inputTokens()).isEqualTo(5);
  }

  @Test
  void a_batch_reads_all_that_an_earlier_one_wrote_that_had_ended() {
    SharedRules.batch(house, "primer");
    house.clock.advance(TURNAROUND);
    String bulk = SharedRules.batch(house, "one", "two", "three");
    house.clock.advance(TURNAROUND);

    assertThat(SharedRules.used(house, bulk)).containsOnly(Used.READ).hasSize(3);
  }

  @Test
  void a_batch_that_was_created_before_the_other_ended_reads_nothing_of_it() {
    SharedRules.batch(house, "primer");
    house.clock.advance(TURNAROUND.minusMillis(1));
    String bulk = SharedRules.batch(house, "one", "two");
    house.clock.advance(TURNAROUND);

    assertThat(SharedRules.used(house, bulk)).containsOnly(Used.WRITTEN).hasSize(2);
  }

  @Test
  void a_batch_that_ends_at_once_is_read_by_the_next() {
    try (House quick = new House(EmulatorSettings.of(House.ECHO), Duration.ZERO)) {
      String first = SharedRules.batch(quick, "one");
      String second = SharedRules.batch(quick, "two");

      assertThat(SharedRules.used(quick, second)).containsExactly(Used.READ);
      assertThat(SharedRules.used(quick, first)).containsExactly(Used.WRITTEN);
    }
  }

  /// The turnaround is ten minutes, so a batch of one is answered ten minutes after its creation.
  @ParameterizedTest
  @CsvSource({"1h, 0, true", "1h, 49, true", "1h, 50, false", "5m, 0, false"})
  void what_is_not_used_for_its_lifetime_is_gone(String ttl, int minutes, boolean there) {
    SharedRules.batch(house.client, CacheControlEphemeral.Ttl.of(ttl), "primer");
    house.clock.advance(TURNAROUND.plusMinutes(minutes));
    String bulk = SharedRules.batch(house, "one");
    house.clock.advance(TURNAROUND);

    assertThat(SharedRules.used(house, bulk)).containsExactly(there ? Used.READ : Used.WRITTEN);
  }

  @Test
  void what_is_read_is_kept_for_its_lifetime_again() {
    SharedRules.batch(house, "primer");
    for (int i = 0; i < 3; i++) {
      house.clock.advance(Duration.ofMinutes(45));
      String next = SharedRules.batch(house, "number " + i);
      house.clock.advance(TURNAROUND);

      assertThat(SharedRules.used(house, next)).containsExactly(Used.READ);
    }
  }

  @Test
  void the_requests_of_a_long_batch_keep_alive_what_they_read() {
    try (House slow = new House(EmulatorSettings.of(House.ECHO), Duration.ofMinutes(90))) {
      SharedRules.batch(slow, "primer");
      slow.clock.advance(Duration.ofMinutes(90));
      String two = SharedRules.batch(slow, "after 45 minutes", "after 90");
      String one = SharedRules.batch(slow, "after 90");
      slow.clock.advance(Duration.ofMinutes(90));

      assertThat(SharedRules.used(slow, two)).containsOnly(Used.READ).hasSize(2);
      assertThat(SharedRules.used(slow, one)).containsExactly(Used.WRITTEN);
    }
  }

  @Test
  void direct_calls_read_what_earlier_ones_wrote() {
    assertThat(SharedRules.direct(house, "one")).isEqualTo(Used.WRITTEN);
    house.clock.advance(Duration.ofMinutes(59));
    assertThat(SharedRules.direct(house, "two")).isEqualTo(Used.READ);
    house.clock.advance(Duration.ofMinutes(59));
    assertThat(SharedRules.direct(house, "three")).isEqualTo(Used.READ);
    house.clock.advance(Duration.ofMinutes(60));
    assertThat(SharedRules.direct(house, "four")).isEqualTo(Used.WRITTEN);
  }

  @Test
  void direct_calls_under_way_at_once_read_nothing_of_each_other() {
    List<House> asked = new ArrayList<>();
    List<Used> within = new ArrayList<>();
    Writer asking =
        params -> {
          if (params.at("/messages/0/content").asString("").equals("outer")) {
            within.add(SharedRules.direct(asked.getFirst(), "inner"));
          }
          return House.ECHO.answer(params);
        };
    try (House one = new House(EmulatorSettings.of(asking), TURNAROUND)) {
      asked.add(one);

      assertThat(SharedRules.direct(one, "outer")).isEqualTo(Used.WRITTEN);
      assertThat(within).containsExactly(Used.WRITTEN);
      assertThat(SharedRules.direct(one, "next")).isEqualTo(Used.READ);
    }
  }

  @Test
  void direct_calls_read_what_a_batch_wrote_once_it_has_ended() {
    SharedRules.batch(house, "one");
    house.clock.advance(TURNAROUND);

    assertThat(SharedRules.direct(house, "two")).isEqualTo(Used.READ);
  }

  @Test
  void batches_read_nothing_that_a_direct_call_wrote() {
    SharedRules.direct(house, "warm");
    String batch = SharedRules.batch(house, "one");
    house.clock.advance(TURNAROUND);

    assertThat(SharedRules.used(house, batch)).containsExactly(Used.WRITTEN);
  }

  @Test
  void what_was_not_answered_was_not_cached() {
    SharedRules.batch(house, "err");
    house.clock.advance(TURNAROUND);
    String bulk = SharedRules.batch(house, "one");
    house.clock.advance(TURNAROUND);

    assertThat(SharedRules.used(house, bulk)).containsExactly(Used.WRITTEN);
  }

  @Test
  void another_key_finds_nothing() {
    AnthropicClient stranger =
        AnthropicOkHttpClient.builder()
            .baseUrl(house.emulator.baseUrl().toString())
            .apiKey("another")
            .build();
    SharedRules.direct(house, "one");
    SharedRules.batch(house, "one");
    house.clock.advance(TURNAROUND);
    String batch = SharedRules.batch(stranger, CacheControlEphemeral.Ttl.TTL_1H, "two");
    house.clock.advance(TURNAROUND);

    assertThat(SharedRules.used(house, batch)).containsExactly(Used.WRITTEN);
    assertThat(Used.of(SharedRules.direct(stranger, "two"))).isEqualTo(Used.READ);
    stranger.close();
  }

  @Test
  void keys_share_a_workspace_that_both_name() {
    String marked = House.params("\"cache_control\": {\"type\": \"ephemeral\"}");
    String prompt = marked.replace("hello", SharedRules.RULES);
    List<Long> read = new ArrayList<>();
    for (String[] caller : new String[][] {{"a", "w"}, {"b", "w"}, {"b", "v"}}) {
      read.add(
          house
              .send(
                  "POST",
                  "/v1/messages",
                  prompt,
                  "x-api-key",
                  caller[0],
                  "anthropic-workspace-id",
                  caller[1],
                  "anthropic-version",
                  "2026-10-21")
              .json()
              .at("/usage/cache_read_input_tokens")
              .asLong());
    }

    assertThat(read).containsExactly(0L, SharedRules.RULES_TOKENS + 4, 0L);
  }

  @Test
  void the_bill_has_writes_and_reads_at_their_rates_and_half_of_that_by_batch() {
    SharedRules.batch(house, "one");
    house.clock.advance(TURNAROUND);
    SharedRules.batch(house, "two");
    SharedRules.batch(house.client, CacheControlEphemeral.Ttl.TTL_5M, "six");
    house.clock.advance(TURNAROUND);

    List<Bill.Line> lines = house.emulator.bill().lines();

    // Haiku 5.5 in a short prompt, by batch, for a token: 0.05 input, 0.25 output, 0.1 and 0.0625
    // cache write, 0.005 cache read, in millionths of a dollar.
    assertThat(lines.get(0).cost()).isEqualTo(cost("0.1"));
    assertThat(lines.get(1).cost()).isEqualTo(cost("0.005"));
    assertThat(lines.get(2).cost()).isEqualTo(cost("0.005"));
    assertThat(house.get("/emulator/bill").json().at("/batches/0/lines/0/cacheWriteTokens"))
        .hasToString(Long.toString(SharedRules.RULES_TOKENS));
    assertThat(house.get("/emulator/bill").json().at("/batches/1/lines/0/cacheReadTokens"))
        .hasToString(Long.toString(SharedRules.RULES_TOKENS));
  }

  @Test
  void a_write_for_five_minutes_costs_less() {
    SharedRules.batch(house.client, CacheControlEphemeral.Ttl.TTL_5M, "one");
    house.clock.advance(TURNAROUND);

    assertThat(house.emulator.bill().total()).isEqualTo(cost("0.0625"));
  }

  /// Of five tokens in, four out, and the rules at that rate.
  private static Usd cost(String rate) {
    BigDecimal millionths =
        new BigDecimal(rate)
            .multiply(BigDecimal.valueOf(SharedRules.RULES_TOKENS))
            .add(new BigDecimal("0.05").multiply(BigDecimal.valueOf(5)))
            .add(new BigDecimal("0.25").multiply(BigDecimal.valueOf(4)));
    return new Usd(millionths.movePointLeft(6));
  }

  @Test
  void a_batch_finds_the_same_again_after_a_crash(@TempDir Path folder) throws Exception {
    String results;
    String bulk;
    Bill bill;
    try (House first = keeping(folder, "a-key")) {
      String primer = SharedRules.batch(first, "primer");
      first.clock.advance(TURNAROUND);
      first.client.messages().batches().delete(primer);
      bulk = SharedRules.batch(first, "one", "two", "three");
      first.clock.advance(TURNAROUND);
      results = first.get("/v1/messages/batches/" + bulk + "/results", "a-key").http().body();
      bill = first.emulator.bill();
    }
    try (House again = keeping(folder, "another-key")) {
      again.clock.advance(TURNAROUND.multipliedBy(2));

      assertThat(SharedRules.used(again, bulk)).containsOnly(Used.READ).hasSize(3);
      assertThat(
              again.get("/v1/messages/batches/" + bulk + "/results", "another-key").http().body())
          .isEqualTo(results);
      assertThat(again.emulator.bill()).isEqualTo(bill);
      assertThat(SharedRules.direct(again, "four")).isEqualTo(Used.READ);
    }
  }

  private static House keeping(Path folder, String key) throws Exception {
    return new House(
        EmulatorSettings.of(House.ECHO).withShelf(new FolderShelf(folder)).withKey(key),
        TURNAROUND);
  }
}
