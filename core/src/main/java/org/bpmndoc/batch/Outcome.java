package org.bpmndoc.batch;

import org.bpmndoc.plan.Usage;

/// How one request ended.
public sealed interface Outcome {

  /// Answered, and paid for, whether or not the answer is of use: look at `stop`. `text` is the
  /// answer's text without thinking. `model` is what the provider says answered, `region` where it
  /// says it did, empty where it does not say.
  record Succeeded(String text, Stop stop, Usage usage, String model, String region)
      implements Outcome {

    /// In a region that is not told.
    public Succeeded(String text, Stop stop, Usage usage, String model) {
      this(text, stop, usage, model, "");
    }
  }

  /// Refused or broken at the provider; not paid. `type` is the provider's word for it.
  record Errored(String type, String message) implements Outcome {}

  /// Taken back before it was sent to the model; not paid.
  record Canceled() implements Outcome {}

  /// Not reached before the batch's time was over; not paid.
  record Expired() implements Outcome {}

  /// Why an answer ended. OTHER is a reason this version does not know.
  enum Stop {
    END_TURN,
    MAX_TOKENS,
    REFUSAL,
    CONTEXT_WINDOW,
    OTHER
  }
}
