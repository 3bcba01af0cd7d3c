package org.bpmndoc.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.journal.Entry.Pause;

/// How long calls that fail are put up with: not at all where only a person can help, for a while
/// where time may, and for a shorter while as long as not a single call has got through. And how
/// long to leave the provider alone meanwhile.
final class Patience {

  private static final Duration BEFORE_FIRST_ANSWER = Duration.ofMinutes(1);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

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

  /// Gives the moment from which on to try again: the one the provider asks for, if it does.
  Instant failed(ProviderException reason, Instant now) throws Paused {
    return switch (reason.kind()) {
      case AUTHENTICATION -> throw new Paused(Pause.AUTHENTICATION, reason.reason());
      case CREDIT -> throw new Paused(Pause.CREDIT, reason.reason());
      case UNREACHABLE, AMBIGUOUS, BUSY, NOT_FOUND, REJECTED, TOO_LARGE -> {
        everAnswered |= reason.kind() == Kind.BUSY;
        refuseToWaitForever(reason, now);
        yield now.plus(
            reason
                .retryAfter()
                .map(asked -> asked.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : asked)
                .orElse(poll));
      }
    };
  }

  private void refuseToWaitForever(ProviderException reason, Instant now) throws Paused {
    if (reason.retryAfter().filter(asked -> asked.compareTo(limit) > 0).isPresent()) {
      throw new Paused(
          Pause.UNREACHABLE,
          "the provider asks to be left alone for %d s: %s"
              .formatted(reason.retryAfter().get().toSeconds(), reason.reason()));
    }
    Instant since = troubleSince.orElse(now);
    troubleSince = Optional.of(since);
    Duration allowed =
        everAnswered || limit.compareTo(BEFORE_FIRST_ANSWER) < 0 ? limit : BEFORE_FIRST_ANSWER;
    if (Duration.between(since, now).compareTo(allowed) >= 0) {
      throw new Paused(
          Pause.UNREACHABLE,
          "the provider has not answered as expected for %d s: %s"
              .formatted(allowed.toSeconds(), reason.reason()));
    }
  }
}
