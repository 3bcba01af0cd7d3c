package org.bpmndoc.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.journal.Entry.Pause;

/// How long calls that fail are put up with: not at all where only a person can help, for a while
/// where time may, and for a shorter while as long as not a single call has got through. And how
/// long the provider is left alone meanwhile.
final class Patience {

  private static final Duration BEFORE_FIRST_ANSWER = Duration.ofMinutes(1);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final int LONGEST_WAIT_POLLS = 10;

  private final Duration limit;
  private final Duration poll;
  private boolean everAnswered;
  private Optional<Instant> troubleSince = Optional.empty();

  Patience(RunSettings settings) {
    this.limit = settings.patience();
    this.poll = settings.poll();
  }

  void answered() {
    everAnswered = true;
    troubleSince = Optional.empty();
  }

  /// Whether no call has got through since the last that failed.
  boolean inTrouble() {
    return troubleSince.isPresent();
  }

  /// Gives the moment from which on to try again.
  Instant failed(ProviderException reason, Instant now) throws Paused {
    return switch (reason.kind()) {
      case AUTHENTICATION -> throw new Paused(Pause.AUTHENTICATION, reason.reason());
      case CREDIT -> throw new Paused(Pause.CREDIT, reason.reason());
      case UNREACHABLE, AMBIGUOUS, BUSY, NOT_FOUND, REJECTED, TOO_LARGE -> {
        everAnswered |= reason.kind() == Kind.BUSY;
        Instant since = troubleSince.orElse(now);
        troubleSince = Optional.of(since);
        Duration lasted = Duration.between(since, now);
        refuseToBearMore(reason, lasted);
        Duration wait =
            reason.retryAfter().map(asked -> longer(asked, SHORTEST_WAIT)).orElse(pause(lasted));
        refuseToWait(reason, wait);
        yield now.plus(wait);
      }
    };
  }

  private void refuseToBearMore(ProviderException reason, Duration lasted) throws Paused {
    Duration allowed = everAnswered ? limit : shorter(limit, BEFORE_FIRST_ANSWER);
    if (lasted.compareTo(allowed) >= 0) {
      throw new Paused(
          Pause.UNREACHABLE,
          "the provider has not answered as expected for %d s: %s"
              .formatted(allowed.toSeconds(), reason.reason()));
    }
  }

  private void refuseToWait(ProviderException reason, Duration wait) throws Paused {
    if (reason.retryAfter().isPresent() && wait.compareTo(limit) > 0) {
      throw new Paused(
          Pause.UNREACHABLE,
          "the provider asks to be left alone for %d s: %s"
              .formatted(wait.toSeconds(), reason.reason()));
    }
  }

  /// As long again as the trouble has lasted, which doubles it each time.
  private Duration pause(Duration lasted) {
    return longer(poll, shorter(lasted, poll.multipliedBy(LONGEST_WAIT_POLLS)));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
