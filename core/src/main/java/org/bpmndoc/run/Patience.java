package org.bpmndoc.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.journal.Entry.Pause;

/// How long calls that fail are put up with: not at all where only a person can help, for a while
/// where time may, and for a shorter while as long as not a single call has got through.
final class Patience {

  private static final Duration BEFORE_FIRST_ANSWER = Duration.ofMinutes(1);

  private final Duration limit;
  private boolean everAnswered;
  private Optional<Instant> troubleSince = Optional.empty();

  Patience(Duration limit) {
    this.limit = limit;
  }

  void answered() {
    everAnswered = true;
    troubleSince = Optional.empty();
  }

  void failed(ProviderException reason, Instant now) throws Paused {
    switch (reason.kind()) {
      case AUTHENTICATION -> throw new Paused(Pause.AUTHENTICATION, reason.reason());
      case CREDIT -> throw new Paused(Pause.CREDIT, reason.reason());
      case UNREACHABLE, AMBIGUOUS, BUSY, NOT_FOUND, REJECTED, TOO_LARGE -> {
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
  }
}
