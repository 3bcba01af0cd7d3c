package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.provider.anthropic.ScriptedServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What follows from what a server says instead of doing what was asked.
class RefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | invalid_request_error | requests.0.custom_id: String should have at most 64 characters | REJECTED
          400 | invalid_request_error | Your credit balance is too low to access the API | CREDIT
          400 | invalid_request_error | You have reached your specified API usage limits. | CREDIT
          400 | invalid_request_error | You have reached your specified workspace API usage limits. | CREDIT
          401 | authentication_error | invalid bearer token | AUTHENTICATION
          402 | billing_error | There is a problem with your payment | CREDIT
          403 | permission_error | Your key may not use this | AUTHENTICATION
          403 | billing_error | There is a problem with your payment | CREDIT
          404 | not_found_error | model: no-such-model | NOT_FOUND
          409 | conflict_error | Not now | REJECTED
          413 | request_too_large | Request exceeds the maximum size | TOO_LARGE
          422 | invalid_request_error | No | REJECTED
          429 | rate_limit_error | Too many requests | BUSY
          500 | api_error | Internal server error | AMBIGUOUS
          502 | api_error | Bad gateway | AMBIGUOUS
          529 | overloaded_error | Overloaded | BUSY
          """)
  void a_status_and_its_words_make_a_kind(int status, String type, String message, Kind kind)
      throws Exception {
    Reply reply = Replies.json(status, envelope(type, message, ""), "request-id: req_7");

    ProviderException failure = directFailure(reply);

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.reason())
        .isEqualTo(status + " " + type + ": " + message + " (request req_7)");
  }

  @ParameterizedTest
  @CsvSource({
    "429, '', '', BUSY",
    "429, '', 12, BUSY",
    "429, ramp_limit_exceeded, 12, BUSY",
    "429, ramp_limit_exceeded, '', CREDIT",
    "429, enforced_spend_limit_reached, '', CREDIT",
    "429, enforced_spend_limit_reached, 12, CREDIT",
    "429, contract_spend_limit_reached, '', CREDIT",
    "400, organization_on_hold, '', AUTHENTICATION",
    "400, request_body_too_large_after_decoding, '', REJECTED",
  })
  void a_spend_limit_is_told_from_too_much_at_once(
      int status, String code, String retryAfter, Kind kind) throws Exception {
    String details = code.isEmpty() ? "" : ",\"details\":{\"error_code\":\"" + code + "\"}";
    String[] headers =
        retryAfter.isEmpty() ? new String[0] : new String[] {"retry-after: " + retryAfter};
    Reply reply = Replies.json(status, envelope("some_error", "No", details), headers);

    assertThat(createFailure(reply).kind()).isEqualTo(kind);
    assertThat(directFailure(reply).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "0, 0", "1.5, 1", "'', ", "-3, ", "soon, ", "99999999999, "})
  void the_time_to_wait_is_handed_on(String header, Integer seconds) throws Exception {
    Reply reply =
        Replies.json(429, envelope("rate_limit_error", "No", ""), "retry-after: " + header);

    assertThat(directFailure(reply).retryAfter().map(Duration::toSeconds).map(Long::intValue))
        .isEqualTo(Optional.ofNullable(seconds));
  }

  @Test
  void the_request_id_of_the_body_serves_where_no_header_has_it() throws Exception {
    Reply reply =
        Replies.json(
            400,
            """
            {"type":"error","error":{"type":"invalid_request_error","message":"No"},\
            "request_id":"req_9"}\
            """);

    assertThat(createFailure(reply).reason())
        .isEqualTo("400 invalid_request_error: No (request req_9)");
  }

  @Test
  void a_413_may_come_without_the_envelope() throws Exception {
    Reply bare =
        Replies.json(
            413,
            """
            {"error":{"type":"request_too_large","message":"Request exceeds the maximum size"}}\
            """);
    assertThat(createFailure(bare).kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(createFailure(bare).reason())
        .isEqualTo("413 request_too_large: Request exceeds the maximum size");

    Reply page = Replies.withoutContentType(413, "<html>\n<h1>413 Too Large</h1>\n</html>\n");
    assertThat(createFailure(page).kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(createFailure(page).reason())
        .isEqualTo("413: <html> <h1>413 Too Large</h1> </html>");

    Reply empty = Replies.withoutContentType(413, "");
    assertThat(createFailure(empty).kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(createFailure(empty).reason()).isEqualTo("413");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null
          []
          "text"
          {}
          {"error":null}
          {"error":"text"}
          {"error":{"type":7,"message":{"a":1},"details":null},"request_id":null}
          {"error":{"details":{"error_code":["x"]}}}
          """)
  void an_error_of_any_shape_is_a_failure_with_its_status(String body) throws Exception {
    ProviderException failure = createFailure(Replies.json(400, body));

    assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
    assertThat(failure.reason()).startsWith("400");
  }

  @Test
  void a_redirect_is_named_as_one() throws Exception {
    ProviderException failure = createFailure(Replies.json(302, "", "location: /elsewhere"));

    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.reason()).isEqualTo("302, a redirect, which is not followed");
  }

  @Test
  void a_long_message_is_shortened_and_stays_on_one_line() throws Exception {
    ProviderException failure =
        createFailure(
            Replies.withoutContentType(502, "a\r\n\tb\u001b\u009b[2J" + "x".repeat(5000)));

    assertThat(failure.reason()).startsWith("502: a b [2Jxxx").endsWith("…").hasSizeLessThan(520);
  }

  private static ProviderException directFailure(Reply reply) throws IOException {
    try (ScriptedServer server = new ScriptedServer(reply);
        AnthropicProvider provider = Samples.provider(server.address())) {
      return Samples.failureOf(() -> provider.direct().send(Samples.request("{}")));
    }
  }

  private static ProviderException createFailure(Reply reply) throws IOException {
    try (ScriptedServer server = new ScriptedServer(reply);
        AnthropicProvider provider = Samples.provider(server.address())) {
      return Samples.failureOf(() -> provider.batches().create(Samples.items()));
    }
  }

  private static String envelope(String type, String message, String details) {
    return """
    {"type":"error","error":{"type":"%s","message":"%s"%s},"request_id":"req_7"}\
    """
        .formatted(type, message, details);
  }
}
