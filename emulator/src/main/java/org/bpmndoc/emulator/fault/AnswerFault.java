package org.bpmndoc.emulator.fault;

/// What goes wrong with the answer to one request, in a batch or direct.
public sealed interface AnswerFault {

  /// An error; not paid.
  record Errored(ErrorType type, String message) implements AnswerFault {}

  /// Not reached in time; not paid. Only in a batch.
  record Expired() implements AnswerFault {}

  /// The model refuses; paid.
  record Refusal() implements AnswerFault {}

  /// Half of the text, ended by `max_tokens`, all of which are paid.
  record MaxTokens() implements AnswerFault {}

  /// Half of the text, ended by the model's window; paid.
  record ContextWindow() implements AnswerFault {}

  /// An answer of another structure than was asked for; paid.
  record InvalidStructure() implements AnswerFault {}
}
