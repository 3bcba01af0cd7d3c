package org.bpmndoc.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Outlook;

/// Decides when a batch begins where none waits for another. Direct calls are soon back and bring
/// more that can go with it, and whoever is above waits for the slowest of all batches: so it waits
/// for them, but no longer than a batch usually takes.
final class Gathering {

  private final Outlook<SubjectId> outlook;
  private final InstantSource clock;
  private Optional<Instant> since = Optional.empty();

  Gathering(Outlook<SubjectId> outlook, InstantSource clock) {
    this.outlook = outlook;
    this.clock = clock;
  }

  /// `moreToCome` while a direct call is under way or to be made.
  boolean isOver(int ready, boolean moreToCome) {
    Instant began = since.orElseGet(clock::instant);
    since = Optional.of(began);
    if (moreToCome && clock.instant().isBefore(began.plus(outlook.usualBatch(ready)))) {
      return false;
    }
    since = Optional.empty();
    return true;
  }
}
