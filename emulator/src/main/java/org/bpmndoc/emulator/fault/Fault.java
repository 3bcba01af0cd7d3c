package org.bpmndoc.emulator.fault;

/// One thing that goes wrong, and where. What is counted is counted from 1.
public sealed interface Fault {

  /// Strikes calls. `at` counts the calls of that kind; calls that name a batch are counted for
  /// each batch by itself, and `batches` says in which.
  record OnCall(ApiCall call, Which at, Which batches, CallFault fault) implements Fault {}

  /// Strikes the answers to direct calls.
  record OnMessage(Which at, AnswerFault fault) implements Fault {}

  /// Strikes batches, counted in the order of their creation.
  record OnBatch(Which batches, BatchFault fault) implements Fault {}

  /// Strikes the results of batches. `lines` counts requests in the order in which they were sent.
  record OnLine(Which batches, Which lines, AnswerFault fault) implements Fault {}

  /// No batch is created with which more requests than that would wait to be answered.
  record QueueLimit(int requestsMax) implements Fault {}
}
