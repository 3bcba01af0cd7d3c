package org.bpmndoc.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.run.DirectCalls;

/// Direct calls on a settable clock: waiting moves the clock to the next answer, or to the end of
/// the wait.
public final class FakeCalls implements DirectCalls {

  private record Call(CustomId id, Request request, Instant due) {}

  private final SettableClock clock;
  private final Duration latency;
  private final int concurrency;
  private final BiFunction<CustomId, Request, Arrival> answer;
  private final List<Call> calls = new ArrayList<>();
  private int mostAtOnce;

  public FakeCalls(
      SettableClock clock,
      Duration latency,
      int concurrency,
      BiFunction<CustomId, Request, Arrival> answer) {
    this.clock = clock;
    this.latency = latency;
    this.concurrency = concurrency;
    this.answer = answer;
  }

  /// The largest number of calls that were under way at the same time.
  public int mostAtOnce() {
    return mostAtOnce;
  }

  @Override
  public int concurrency() {
    return concurrency;
  }

  @Override
  public void start(CustomId id, Request request) {
    calls.add(new Call(id, request, clock.instant().plus(latency)));
    mostAtOnce = Math.max(mostAtOnce, calls.size());
  }

  @Override
  public Optional<Arrival> await(Instant until) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Optional<Call> next =
        calls.stream().min(Comparator.comparing(Call::due)).filter(c -> !c.due().isAfter(until));
    next.ifPresent(calls::remove);
    clock.advanceTo(next.map(Call::due).orElse(until));
    return next.map(call -> answer.apply(call.id(), call.request()));
  }

  @Override
  public void close() {
    calls.clear();
  }
}
