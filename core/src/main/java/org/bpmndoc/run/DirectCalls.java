package org.bpmndoc.run;

import java.time.Instant;
import java.util.Optional;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.prompt.Request;

/// Direct calls under way, and the one place where the scheduler waits.
public interface DirectCalls extends AutoCloseable {

  /// How many calls may be under way at once.
  int concurrency();

  void start(CustomId id, Request request);

  /// The next answer; nothing, if none has come by then. With no call under way it just waits.
  Optional<Arrival> await(Instant until) throws InterruptedException;

  /// Ends calls under way without waiting for their answers.
  @Override
  void close();

  /// What came of one call.
  sealed interface Arrival {
    CustomId id();

    record Answered(CustomId id, Outcome outcome) implements Arrival {}

    record NotCarriedOut(CustomId id, ProviderException reason) implements Arrival {}
  }
}
