package org.bpmndoc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import org.bpmndoc.plan.Usd;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The bill and the log of requests, in Java and over HTTP.
class BooksTest {

  private static final String[] KEY = {"x-api-key", "a-secret", "anthropic-version", "2026-10-21"};

  @Test
  void the_bill_has_each_batch_and_each_direct_call() {
    try (House house = new House()) {
      String first = house.create("one", "two").id();
      String second = house.create("one").id();
      house.clock.advance(House.HOUR);
      house.post("/v1/messages", House.params(""));

      Bill bill = house.emulator.bill();
      JsonNode json = house.get("/emulator/bill").json();

      assertThat(bill.batches().keySet()).containsExactly(first, second);
      assertThat(Usd.sum(bill.batches().values()).plus(bill.direct())).isEqualTo(bill.total());
      assertThat(json.get("usd").decimalValue()).isEqualByComparingTo(bill.total().amount());
      assertThat(json.at("/batches/0/id").asString()).isEqualTo(first);
      assertThat(json.at("/batches/0/lines")).hasSize(2);
      assertThat(json.at("/direct/lines")).hasSize(1);
      assertThat(json.at("/batches/1/lines/0/usd").decimalValue())
          .isEqualByComparingTo(bill.batches().lastEntry().getValue().amount());
    }
  }

  @Test
  void an_answer_costs_its_tokens_at_the_price_of_its_channel_exactly() {
    try (House house = new House()) {
      house.post("/v1/messages", House.params(""));

      Bill.Line line = house.emulator.bill().lines().getFirst();

      // Haiku 5.5 in a short prompt: 0.10 and 0.50 dollars for a million tokens.
      assertThat(line.cost().amount())
          .isEqualByComparingTo(
              BigDecimal.valueOf(line.usage().inputTokens())
                  .multiply(new BigDecimal("0.0000001"))
                  .add(
                      BigDecimal.valueOf(line.usage().outputTokens())
                          .multiply(new BigDecimal("0.0000005"))));
    }
  }

  @Test
  void what_is_asked_twice_is_on_the_bill_as_paid_more_than_once() {
    try (House house = new House()) {
      house.create("hello", "other");
      house.create("hello");
      house.clock.advance(House.HOUR);

      assertThat(house.emulator.bill().paidMoreThanOnce().values())
          .singleElement()
          .satisfies(lines -> assertThat(lines).extracting(Bill.Line::what).containsOnly("r0"));
      assertThat(house.get("/emulator/bill").json().get("paidMoreThanOnce")).hasSize(1);
    }
  }

  @Test
  void the_log_has_every_request_its_status_and_no_key() {
    try (House house = new House()) {
      house.send("POST", "/v1/messages", House.params(""), KEY);
      house.send("GET", "/v1/messages/batches/none", "", KEY);

      House.Reply log = house.get("/emulator/requests");

      JsonNode requests = log.json().get("requests");
      assertThat(requests).hasSize(2);
      assertThat(requests.get(0).get("path").asString()).isEqualTo("/v1/messages");
      assertThat(requests.get(0).get("bytes").asInt()).isEqualTo(House.params("").length());
      assertThat(requests.get(0).get("status").asInt()).isEqualTo(200);
      assertThat(requests.get(1).get("status").asInt()).isEqualTo(404);
      assertThat(log.http().body()).doesNotContain("a-secret").doesNotContain("hello");
      assertThat(house.emulator.requests().toString()).doesNotContain("a-secret");
    }
  }

  @Test
  void without_bodies_the_newest_requests_are_kept() {
    RequestLog log = new RequestLog(InstantSource.fixed(Instant.EPOCH), false);
    for (int i = 0; i <= RequestLog.KEPT_MAX; i++) {
      long _ = log.arrived("GET", "/v1/messages/batches", "body " + i);
    }

    assertThat(log.requests()).hasSize(RequestLog.KEPT_MAX);
    assertThat(log.requests().getFirst().number()).isEqualTo(2);
    assertThat(log.requests().getFirst().body()).isEmpty();
  }

  @Test
  void the_books_ask_for_the_key_where_one_is_required() {
    try (House locked = new House(EmulatorSettings.of(House.ECHO).withKey("right"), House.HOUR)) {
      assertThat(locked.send("GET", "/emulator/bill", "").status()).isEqualTo(401);
      assertThat(locked.send("GET", "/emulator/bill", "", "x-api-key", "right").status())
          .isEqualTo(200);
    }
    try (House open = new House()) {
      assertThat(open.send("GET", "/emulator/requests", "").status()).isEqualTo(200);
      assertThat(open.send("POST", "/emulator/bill", "").status()).isEqualTo(404);
    }
  }
}
