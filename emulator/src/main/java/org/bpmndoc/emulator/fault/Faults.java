package org.bpmndoc.emulator.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// All faults of an emulator, in order. Where one answer or batch could be struck by several of a
/// kind, the first counts; a call is struck by all of its own.
public record Faults(List<Fault> faults) {

  public static final Faults NONE = new Faults(List.of());

  public Faults {
    faults = List.copyOf(faults);
  }

  public static Faults of(Fault... faults) {
    return new Faults(List.of(faults));
  }

  /// What strikes the call of that `number`. `batch` is the number of the batch that it names, if
  /// there is such a batch.
  public List<CallFault> ofCall(ApiCall call, long number, OptionalLong batch) {
    return all(Fault.OnCall.class)
        .filter(one -> one.call() == call && one.at().contains(number))
        .filter(one -> one.batches().equals(Which.ALL) || contains(one.batches(), batch))
        .map(Fault.OnCall::fault)
        .toList();
  }

  private static boolean contains(Which batches, OptionalLong batch) {
    return batch.isPresent() && batches.contains(batch.getAsLong());
  }

  public Optional<AnswerFault> ofMessage(long number) {
    return all(Fault.OnMessage.class)
        .filter(one -> one.at().contains(number))
        .findFirst()
        .map(Fault.OnMessage::fault);
  }

  public Optional<AnswerFault> ofLine(long batch, long line) {
    return all(Fault.OnLine.class)
        .filter(one -> one.batches().contains(batch) && one.lines().contains(line))
        .findFirst()
        .map(Fault.OnLine::fault);
  }

  /// How long after its creation the list does not have a batch yet.
  public Duration listedLate(long batch) {
    return ofBatch(batch, BatchFault.ListedLate.class)
        .map(BatchFault.ListedLate::by)
        .orElse(Duration.ZERO);
  }

  public Optional<BatchFault.Stuck> stuck(long batch) {
    return ofBatch(batch, BatchFault.Stuck.class);
  }

  /// How much longer than others a batch takes.
  public Duration slow(long batch) {
    return ofBatch(batch, BatchFault.Slow.class).map(BatchFault.Slow::by).orElse(Duration.ZERO);
  }

  /// How many requests may wait to be answered, all batches taken together.
  public OptionalInt queueMax() {
    return all(Fault.QueueLimit.class).mapToInt(Fault.QueueLimit::requestsMax).min();
  }

  private <F extends BatchFault> Optional<F> ofBatch(long batch, Class<F> kind) {
    return all(Fault.OnBatch.class)
        .filter(one -> one.batches().contains(batch))
        .map(Fault.OnBatch::fault)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private <F extends Fault> Stream<F> all(Class<F> kind) {
    return faults.stream().filter(kind::isInstance).map(kind::cast);
  }
}
