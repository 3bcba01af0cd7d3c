package org.bpmndoc.batch;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call that a provider did not carry out, or not surely. The message is fit for people and holds
/// no key.
public final class ProviderException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /// What went wrong, by what can be done about it.
  public enum Kind {
    /// The connection could not be made; nothing was sent.
    UNREACHABLE,
    /// Sent, and no answer that tells what became of it: cut connection, timeout, server error.
    AMBIGUOUS,
    /// Too many or too much at once, or too busy; see [#retryAfter].
    BUSY,
    /// The key is missing, wrong or not allowed to.
    AUTHENTICATION,
    /// The account has no credit left, or its spend limit is reached.
    CREDIT,
    /// Larger than the provider takes.
    TOO_LARGE,
    /// The provider does not know it, or not yet.
    NOT_FOUND,
    /// Understood and refused; the same request will be refused again.
    REJECTED
  }

  private final Kind kind;
  private final String reason;
  private final transient Optional<Duration> retryAfter;

  public ProviderException(
      Kind kind, String reason, Optional<Duration> retryAfter, @Nullable Throwable cause) {
    super(reason, cause);
    this.kind = kind;
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  /// The message, in words for people.
  public String reason() {
    return reason;
  }

  /// How long the provider asks to wait.
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
