package org.bpmndoc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.errors.UnauthorizedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void nobody_is_let_in_without_a_key() {
    House.Reply reply =
        house.send("GET", "/v1/messages/batches", "", "anthropic-version", "2026-10-21");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.error()).isEqualTo("authentication_error: x-api-key header is required");
    assertThat(reply.json().get("type").asString()).isEqualTo("error");
    assertThat(reply.json().get("request_id").asString())
        .startsWith("req_")
        .isEqualTo(reply.http().headers().firstValue("request-id").orElseThrow());
    assertThat(house.send("GET", "/v1/messages/batches", "", "authorization", "Bearer ").status())
        .isEqualTo(401);
  }

  @Test
  void where_a_key_is_required_no_other_is_let_in() {
    try (House locked = new House(EmulatorSettings.of(House.ECHO).withKey("right"), House.HOUR)) {
      AnthropicClient stranger =
          AnthropicOkHttpClient.builder()
              .baseUrl(locked.emulator.baseUrl().toString())
              .apiKey("wrong")
              .build();
      assertThat(locked.client.messages().batches().list().data()).isEmpty();
      assertThatThrownBy(() -> stranger.messages().batches().list())
          .isInstanceOf(UnauthorizedException.class);
      stranger.close();
    }
  }

  @Test
  void a_version_is_named_and_known() {
    assertThat(house.send("GET", "/v1/messages/batches", "", "x-api-key", "k").error())
        .isEqualTo("invalid_request_error: anthropic-version: header is required");
    assertThat(
            house
                .send(
                    "GET",
                    "/v1/messages/batches",
                    "",
                    "x-api-key",
                    "k",
                    "anthropic-version",
                    "2020-01-01")
                .status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | requests: Field required",
        "{\"requests\": 1} | requests: Input should be a valid list",
        "{\"requests\": []} | requests: List should have at least 1 item after validation, not 0",
        "{\"requests\": [{\"params\": {}}]} | requests.0.custom_id: Field required",
        "{\"requests\": [{\"custom_id\": \"a\"}]} | requests.0.params: Field required",
        "{\"requests\": [{\"custom_id\": \"å\", \"params\": {}}]} | requests.0.custom_id: String"
            + " should match pattern '^[a-zA-Z0-9_-]{1,64}$'",
        "{\"requests\": [{\"custom_id\": \"\", \"params\": {}}]} | requests.0.custom_id: String"
            + " should have at least 1 character",
        "{\"requests\": [{\"custom_id\": \"a\", \"params\": {}}, {\"custom_id\": \"a\", \"params\":"
            + " {}}]} | requests.1.custom_id: Duplicate custom_id a",
        "[] | The request body must be a JSON object.",
      })
  void what_is_wrong_with_the_list_of_a_batch_is_refused_at_once(String body, String message) {
    House.Reply reply = house.post("/v1/messages/batches", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).isEqualTo("invalid_request_error: " + message);
    assertThat(house.emulator.requests()).extracting(ReceivedRequest::body).containsExactly(body);
  }

  @Test
  void a_custom_id_has_at_most_64_characters() {
    String url = "/v1/messages/batches";

    assertThat(house.post(url, House.batch("x".repeat(64), House.params(""))).status())
        .isEqualTo(200);
    assertThat(house.post(url, House.batch("x".repeat(65), House.params(""))).error())
        .isEqualTo(
            "invalid_request_error: requests.0.custom_id: String should have at most 64"
                + " characters");
  }

  @Test
  void more_than_100000_requests_are_too_large() {
    String requests =
        IntStream.rangeClosed(0, NewBatch.REQUESTS_MAX)
            .mapToObj(i -> "{\"custom_id\":\"" + i + "\",\"params\":{}}")
            .collect(Collectors.joining(","));

    House.Reply reply = house.post("/v1/messages/batches", "{\"requests\":[" + requests + "]}");

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json().propertyNames()).containsExactly("error");
    assertThat(reply.json().at("/error/type").asString()).isEqualTo("request_too_large");
  }

  @Test
  void more_than_256_megabytes_are_turned_away_unread() throws IOException {
    long bytes = Exchange.BATCH_BYTES_MAX + 1L;
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), house.emulator.baseUrl().getPort())) {
      String head =
          "POST /v1/messages/batches HTTP/1.1\r\nHost: localhost\r\nx-api-key: k\r\n"
              + "anthropic-version: 2026-10-21\r\nContent-Length: "
              + bytes
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      byte[] start = socket.getInputStream().readNBytes(12);

      assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void other_addresses_and_unknown_batches_are_not_found() {
    assertThat(house.get("/v1/models").status()).isEqualTo(404);
    assertThat(house.get("/").status()).isEqualTo(404);
    assertThat(house.get("/v1/messages/batches/msgbatch_none").error())
        .isEqualTo("not_found_error: There is no batch msgbatch_none.");
    assertThat(house.get("/v1/messages/batches/..%2f..%2fetc").status()).isEqualTo(404);
    assertThat(house.get("/v1/messages/batches?limit=0").status()).isEqualTo(400);
    assertThat(house.get("/v1/messages/batches?after_id=none").status()).isEqualTo(400);
  }

  @Test
  void a_page_whose_address_was_made_to_point_here_is_turned_away() throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), house.emulator.baseUrl().getPort())) {
      String head =
          "GET /v1/messages/batches HTTP/1.1\r\nHost: evil.example\r\nx-api-key: k\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      byte[] start = socket.getInputStream().readNBytes(12);

      assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 403");
    }
  }

  @Test
  void a_writer_that_breaks_is_an_error_of_the_api() {
    Writer broken =
        params -> {
          throw new IllegalStateException("broken");
        };
    try (House unlucky = new House(EmulatorSettings.of(broken), House.HOUR)) {
      House.Reply reply = unlucky.post("/v1/messages", House.params(""));

      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.error()).startsWith("api_error: ");
    }
  }
}
