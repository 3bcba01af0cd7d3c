package org.bpmndoc.testing.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.batch.ProviderException.Kind;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.run.DirectCalls;
import org.bpmndoc.testing.SettableClock;
import org.bpmndoc.testing.simulation.Weather.Fault;

/// The direct calls of one process. Those under way when it ends are answered and paid for all the
/// same. Waiting moves the clock.
final class SimulatedCalls implements DirectCalls {

  private record Call(Arrival arrival, Instant due) {}

  private final SettableClock clock;
  private final Weather weather;
  private final Answering answering;
  private final Oracle oracle;
  private final List<Call> underWay = new ArrayList<>();

  SimulatedCalls(SettableClock clock, Weather weather, Answering answering, Oracle oracle) {
    this.clock = clock;
    this.weather = weather;
    this.answering = answering;
    this.oracle = oracle;
  }

  @Override
  public int concurrency() {
    return Oracle.CONCURRENCY;
  }

  @Override
  public void start(CustomId id, Request request) {
    Duration latency = weather.between(Duration.ofSeconds(1), Duration.ofMinutes(2));
    underWay.add(new Call(arrival(id, Prompting.asked(request)), clock.instant().plus(latency)));
  }

  private Arrival arrival(CustomId id, String text) {
    oracle.reached(text, id);
    if (weather.strikes(Fault.CALL_REFUSED)) {
      return not(id, weather.failure(List.of(Kind.UNREACHABLE, Kind.BUSY, Kind.BUSY, Kind.CREDIT)));
    }
    if (weather.strikes(Fault.CALL_LOST)) {
      oracle.neverHeard(text);
      return not(id, weather.failure(List.of(Kind.AMBIGUOUS)));
    }
    Outcome outcome = answering.call(id, text);
    if (weather.strikes(Fault.CALL_REPLY_LOST)) {
      oracle.neverHeard(text);
      return not(id, weather.failure(List.of(Kind.AMBIGUOUS)));
    }
    return new Arrival.Answered(id, outcome);
  }

  private static Arrival not(CustomId id, ProviderException reason) {
    return new Arrival.NotCarriedOut(id, reason);
  }

  @Override
  public Optional<Arrival> await(Instant until) throws InterruptedException {
    if (weather.strikes(Fault.INTERRUPT)) {
      throw new InterruptedException();
    }
    Optional<Call> next =
        underWay.stream()
            .min(Comparator.comparing(Call::due))
            .filter(call -> !call.due().isAfter(until));
    next.ifPresent(underWay::remove);
    clock.advanceTo(next.map(Call::due).orElse(until));
    return next.map(Call::arrival);
  }

  @Override
  public void close() {
    underWay.clear();
  }
}
