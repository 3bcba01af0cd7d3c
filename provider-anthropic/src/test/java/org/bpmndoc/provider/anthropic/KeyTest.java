package org.bpmndoc.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.provider.anthropic.ScriptedServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The key is in the header of a request and nowhere else.
class KeyTest {

  @Test
  void nothing_that_can_be_printed_shows_the_key() {
    ApiKey key = new ApiKey(Samples.KEY);
    AnthropicSettings settings = AnthropicSettings.of(AnthropicSettings.PUBLIC_API, key);
    try (AnthropicProvider provider = new AnthropicProvider(settings)) {
      assertThat(key + " " + settings + " " + provider)
          .contains("[api key]")
          .doesNotContain(Samples.KEY);
    }
  }

  @Test
  void no_failure_shows_the_key_even_where_the_server_repeats_it() throws Exception {
    String body =
        "{\"error\":{\"type\":\"authentication_error\",\"message\":\"bad key "
            + Samples.KEY
            + "\"}}";
    for (Reply reply :
        new Reply[] {
          Replies.json(401, body),
          Replies.json(500, body),
          Replies.withoutContentType(502, "Authorization: Bearer " + Samples.KEY),
          Replies.json(200, body),
          Replies.cut(body, 80),
          Replies.hangUp(),
        }) {
      try (ScriptedServer server = new ScriptedServer(reply);
          AnthropicProvider provider = Samples.provider(server.address())) {
        ProviderException failure =
            Samples.failureOf(() -> provider.batches().create(Samples.items()));
        assertThat(everythingOf(failure)).doesNotContain(Samples.KEY);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words-secret", "line\nbreak-secret", "schlüssel-secret"})
  void what_cannot_be_a_key_is_refused_without_being_quoted(String text) {
    assertThatThrownBy(() -> new ApiKey(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void space_around_a_key_is_taken_off() {
    assertThat(new ApiKey(" " + Samples.KEY + "\r\n").value()).isEqualTo(Samples.KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"api.anthropic.com", "ftp://host", "http:///v1", "https://me:secret@host"})
  void an_address_that_is_none_is_refused(String address) {
    ApiKey key = new ApiKey(Samples.KEY);
    assertThatThrownBy(() -> AnthropicSettings.of(URI.create(address), key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  private static String everythingOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
