package org.bpmndoc.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.bpmndoc.batch.PackLimits;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Usd;

/// How a run waits, tries and spends.
///
/// `listDelay` is how long a batch that was created may stay missing from the provider's list.
/// `patience` is how long calls may keep failing before the run pauses. `tries` is how many
/// attempts at one request may be heard and fail. `force` says which subjects are written again
/// although what is stored is right. `waitForBatches` false returns as soon as there is nothing to
/// do but wait for a batch. `failFast` pauses it at the first failure. `writeOffMissing` books
/// batches that the provider does not know any more at what was reserved for them, and sends their
/// requests again; it is for batches that somebody deleted, and pays twice where they are merely
/// out of this key's sight. With a `barrier` no batch begins before the one before it is back, else
/// as soon as something is ready for it. `failFlawed` fails a subject whose document still has
/// findings after the last try, rather than take the best there is.
public record RunSettings(
    Duration poll,
    Duration listDelay,
    Duration patience,
    int tries,
    PackLimits packLimits,
    Optional<Usd> budget,
    Predicate<SubjectId> force,
    boolean keepRemote,
    boolean waitForBatches,
    boolean failFast,
    boolean writeOffMissing,
    boolean barrier,
    boolean failFlawed) {

  public static final RunSettings DEFAULT =
      new RunSettings(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(30),
          3,
          PackLimits.DEFAULT,
          Optional.empty(),
          _ -> false,
          false,
          true,
          false,
          false,
          true,
          false);

  public RunSettings withPoll(Duration poll) {
    return new RunSettings(
        poll,
        listDelay,
        patience,
        tries,
        packLimits,
        budget,
        force,
        keepRemote,
        waitForBatches,
        failFast,
        writeOffMissing,
        barrier,
        failFlawed);
  }

  public RunSettings withListDelay(Duration listDelay) {
    return new RunSettings(
        poll,
        listDelay,
        patience,
        tries,
        packLimits,
        budget,
        force,
        keepRemote,
        waitForBatches,
        failFast,
        writeOffMissing,
        barrier,
        failFlawed);
  }

  public RunSettings withPackLimits(PackLimits packLimits) {
    return new RunSettings(
        poll,
        listDelay,
        patience,
        tries,
        packLimits,
        budget,
        force,
        keepRemote,
        waitForBatches,
        failFast,
        writeOffMissing,
        barrier,
        failFlawed);
  }

  public RunSettings withBudget(Optional<Usd> budget) {
    return new RunSettings(
        poll,
        listDelay,
        patience,
        tries,
        packLimits,
        budget,
        force,
        keepRemote,
        waitForBatches,
        failFast,
        writeOffMissing,
        barrier,
        failFlawed);
  }

  public RunSettings withForce(Predicate<SubjectId> force) {
    return new RunSettings(
        poll,
        listDelay,
        patience,
        tries,
        packLimits,
        budget,
        force,
        keepRemote,
        waitForBatches,
        failFast,
        writeOffMissing,
        barrier,
        failFlawed);
  }

  public RunSettings withWaitForBatches(boolean waitForBatches) {
    return new RunSettings(
        poll,
        listDelay,
        patience,
        tries,
        packLimits,
        budget,
        force,
        keepRemote,
        waitForBatches,
        failFast,
        writeOffMissing,
        barrier,
        failFlawed);
  }

  public RunSettings withFailFast(boolean failFast) {
    return new RunSettings(
        poll,
        listDelay,
        patience,
        tries,
        packLimits,
        budget,
        force,
        keepRemote,
        waitForBatches,
        failFast,
        writeOffMissing,
        barrier,
        failFlawed);
  }

  public RunSettings withWriteOffMissing(boolean writeOffMissing) {
    return new RunSettings(
        poll,
        listDelay,
        patience,
        tries,
        packLimits,
        budget,
        force,
        keepRemote,
        waitForBatches,
        failFast,
        writeOffMissing,
        barrier,
        failFlawed);
  }

  public RunSettings withBarrier(boolean barrier) {
    return new RunSettings(
        poll,
        listDelay,
        patience,
        tries,
        packLimits,
        budget,
        force,
        keepRemote,
        waitForBatches,
        failFast,
        writeOffMissing,
        barrier,
        failFlawed);
  }

  public RunSettings withFailFlawed(boolean failFlawed) {
    return new RunSettings(
        poll,
        listDelay,
        patience,
        tries,
        packLimits,
        budget,
        force,
        keepRemote,
        waitForBatches,
        failFast,
        writeOffMissing,
        barrier,
        failFlawed);
  }
}
