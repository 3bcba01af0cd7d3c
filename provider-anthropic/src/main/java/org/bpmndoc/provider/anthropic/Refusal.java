package org.bpmndoc.provider.anthropic;

import com.anthropic.errors.AnthropicServiceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bpmndoc.batch.AccountTrouble;
import org.bpmndoc.batch.ProviderException.Kind;

/// What a server said instead of doing what was asked. `type`, `code` and `requestId` are empty
/// where it did not say, `message` is then whatever it did send. `waitText` is its `retry-after`,
/// as it stands in the answer.
record Refusal(
    int status,
    String type,
    String code,
    String message,
    String requestId,
    Optional<String> waitText) {

  /// What the call was for. Where a batch was to be created, doubt counts as doubt.
  enum Asked {
    CREATE,
    OTHER
  }

  private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(?:\\.\\d*)?");
  private static final int MESSAGE_CHARACTERS_MAX = 500;

  static Refusal of(AnthropicServiceException e) {
    ErrorBody body = ErrorBody.of(e.body());
    return new Refusal(
        e.statusCode(),
        body.type(),
        body.code(),
        body.message(),
        e.requestId().orElse(body.requestId()),
        first(e.headers().values("retry-after")));
  }

  private static Optional<String> first(List<String> values) {
    return values.stream().findFirst();
  }

  /// What can be done about it.
  Kind kind(Asked asked) {
    if (isRedirect()) {
      return Kind.UNREACHABLE;
    }
    if (status < 500 && AccountTrouble.isCredit(type, message)) {
      return Kind.CREDIT;
    }
    return switch (status) {
      case 401, 403 -> Kind.AUTHENTICATION;
      case 402 -> Kind.CREDIT;
      case 404 -> Kind.NOT_FOUND;
      case 408, 499 -> Kind.AMBIGUOUS;
      case 413 -> Kind.TOO_LARGE;
      case 429 -> spendLimitReached() ? Kind.CREDIT : Kind.BUSY;
      case 529 -> asked == Asked.CREATE ? Kind.AMBIGUOUS : Kind.BUSY;
      default -> {
        if (code.equals("organization_on_hold")) {
          yield Kind.AUTHENTICATION;
        }
        yield status < 500 ? Kind.REJECTED : Kind.AMBIGUOUS;
      }
    };
  }

  private boolean isRedirect() {
    return status < 400;
  }

  /// A limit that goes away by itself comes with a time to wait, a spend limit with a code.
  private boolean spendLimitReached() {
    return code.endsWith("spend_limit_reached") || (!code.isEmpty() && waitText.isEmpty());
  }

  Optional<Duration> retryAfter() {
    return waitText
        .map(String::strip)
        .map(SECONDS::matcher)
        .filter(Matcher::matches)
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.group(1))));
  }

  /// In words for people, on one line.
  String words() {
    StringBuilder words = new StringBuilder().append(status);
    if (isRedirect()) {
      words.append(", a redirect, which is not followed");
    }
    if (!type.isEmpty()) {
      words.append(' ').append(type);
    }
    String oneLine = message.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    if (!oneLine.isEmpty()) {
      words.append(": ").append(shortened(oneLine));
    }
    if (!requestId.isEmpty()) {
      words.append(" (request ").append(requestId).append(')');
    }
    return words.toString();
  }

  private static String shortened(String text) {
    return text.length() <= MESSAGE_CHARACTERS_MAX
        ? text
        : text.substring(0, MESSAGE_CHARACTERS_MAX) + "…";
  }
}
