package org.bpmndoc.provider.anthropic;

import com.anthropic.core.http.HttpResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.provider.anthropic.Refusal.Asked;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Makes one call and reads its answer, and puts whatever goes wrong into words and a kind. No
/// message holds the key, not even one in which somebody else repeats it.
final class Exchange {

  /// Makes the call. The answer is the caller's to close.
  @FunctionalInterface
  interface Call {
    @MustBeClosed
    HttpResponse make();
  }

  /// Takes in the body of an answer.
  @FunctionalInterface
  interface BodyReader<T> {
    T read(InputStream body) throws IOException;
  }

  private final URI baseUrl;
  private final ApiKey key;

  Exchange(URI baseUrl, ApiKey key) {
    this.baseUrl = baseUrl;
    this.key = key;
  }

  /// An answer in JSON. One of which `meaning` makes nothing counts as no clear answer.
  <T> T json(Asked asked, Call call, Function<JsonNode, Optional<T>> meaning)
      throws ProviderException {
    byte[] body = body(asked, call, InputStream::readAllBytes);
    return parsed(body)
        .flatMap(meaning)
        .orElseThrow(() ->
            new ProviderException(
                Kind.AMBIGUOUS,
                "an answer that is not what was asked for, from " + server(),
                Optional.empty(),
                null));
  }

  <T> T body(Asked asked, Call call, BodyReader<T> reader) throws ProviderException {
    try (HttpResponse response = call.make()) {
      return reader.read(response.body());
    } catch (NothingSentException e) {
      throw failed(Kind.UNREACHABLE, "no connection to", e);
    } catch (AnthropicServiceException e) {
      Refusal refusal = Refusal.of(e);
      // It is not kept as cause: its message is the whole body, which may repeat anything.
      throw new ProviderException(
          refusal.kind(asked), key.hiddenIn(refusal.words()), refusal.retryAfter(), null);
    } catch (AnthropicException | IOException e) {
      throw failed(Kind.AMBIGUOUS, "no whole answer from", e);
    }
  }

  private static Optional<JsonNode> parsed(byte[] body) {
    try {
      return Optional.of(AnswerJson.read(body));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private ProviderException failed(Kind kind, String what, Exception e) {
    Throwable reason = e;
    while (!(reason instanceof IOException) && reason.getCause() != null) {
      reason = reason.getCause();
    }
    String words =
        Objects.requireNonNullElse(reason.getMessage(), reason.getClass().getSimpleName());
    return new ProviderException(
        kind, key.hiddenIn(what + " " + server() + ": " + words), Optional.empty(), e);
  }

  private String server() {
    return baseUrl.getScheme() + "://" + baseUrl.getAuthority();
  }
}
