package org.bpmndoc.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.bpmndoc.batch.CountApi;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.journal.RunState;

/// Everything about requests that may not fit the window of their model: has the provider count
/// each, and lets it go or refuses it by that count. A count costs nothing and is no effect, so it
/// has no entry in the journal; the next process asks again.
final class CountDesk {

  private final CountApi api;
  private final RunState state;
  private final WorkList work;
  private final Settling settling;
  private final Patience patience;
  private final InstantSource clock;

  private Instant notBefore = Instant.EPOCH;

  CountDesk(
      CountApi api,
      RunState state,
      WorkList work,
      Settling settling,
      RunSettings settings,
      InstantSource clock) {
    this.api = api;
    this.state = state;
    this.work = work;
    this.settling = settling;
    this.patience = new Patience(settings);
    this.clock = clock;
  }

  /// When there is something to count. The moment may have passed since the last call of [#count].
  Optional<Instant> nextCount() {
    return work.requests().nextInDoubt().map(_ -> notBefore);
  }

  /// Counts all that is in doubt, one after another, for as long as the provider answers.
  void count() throws Paused {
    Optional<Prepared> next = work.requests().nextInDoubt();
    while (next.isPresent() && !clock.instant().isBefore(notBefore)) {
      decide(next.get());
      next = work.requests().nextInDoubt();
    }
  }

  private void decide(Prepared one) throws Paused {
    switch (work.requests().fit(one)) {
      case Fit.Fits() -> work.again(one.fingerprint());
      case Fit.InDoubt() -> ask(one);
      case Fit.TooLarge tooLarge -> refuse(one, tooLarge.toText());
    }
  }

  private void ask(Prepared one) throws Paused {
    try {
      work.requests().counted(one, api.promptTokens(one.request(state.attempts())));
      patience.answered();
    } catch (ProviderException e) {
      switch (e.kind()) {
        case UNREACHABLE, AMBIGUOUS, BUSY, AUTHENTICATION, CREDIT ->
            notBefore = patience.failed(e, clock.instant());
        case TOO_LARGE, NOT_FOUND, REJECTED -> {
          patience.answered();
          refuse(
              one,
              "it may be larger than the model's window, and the provider does not count it: "
                  + e.reason());
        }
      }
    }
  }

  /// An earlier answer with findings is better than none.
  private void refuse(Prepared one, String reason) {
    if (!settling.endWithDraft(one.fingerprint())) {
      work.failed(one.fingerprint(), reason);
    }
  }
}
