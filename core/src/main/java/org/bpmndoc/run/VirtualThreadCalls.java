package org.bpmndoc.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.batch.DirectApi;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.prompt.Request;

/// Makes each direct call on a virtual thread of its own.
public final class VirtualThreadCalls implements DirectCalls {

  private final DirectApi api;
  private final int concurrency;
  private final InstantSource clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

  public VirtualThreadCalls(DirectApi api, int concurrency, InstantSource clock) {
    this.api = api;
    this.concurrency = concurrency;
    this.clock = clock;
  }

  @Override
  public int concurrency() {
    return concurrency;
  }

  @Override
  public void start(CustomId id, Request request) {
    Future<?> _ = threads.submit(() -> call(id, request));
  }

  private void call(CustomId id, Request request) {
    try {
      arrivals.add(new Arrival.Answered(id, api.send(request)));
    } catch (ProviderException e) {
      arrivals.add(new Arrival.NotCarriedOut(id, e));
    } catch (InterruptedException e) {
      // Closed: nobody waits for this answer any more, and the journal still holds its intent.
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      arrivals.add(
          new Arrival.NotCarriedOut(
              id,
              new ProviderException(
                  ProviderException.Kind.AMBIGUOUS,
                  "the call failed in an unexpected way: " + e,
                  Optional.empty(),
                  e)));
    }
  }

  @Override
  public Optional<Arrival> await(Instant until) throws InterruptedException {
    long millis = Duration.between(clock.instant(), until).toMillis();
    return Optional.ofNullable(arrivals.poll(Math.max(0, millis), TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
