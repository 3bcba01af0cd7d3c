package org.bpmndoc.plan;

/// A draft, with how long such runs take, and what 95 runs in 100 cost at most.
record Candidate(Draft draft, LatencyModel.Forecast time, Usd costP95) {

  Usd cost() {
    return draft.cost();
  }

  int waits() {
    return draft.waits();
  }

  /// Whether another costs no more and waits no more often.
  boolean isBeatenBy(Candidate other) {
    return other.waits() <= waits() && !other.cost().isMoreThan(cost());
  }

  boolean isDearerAndSlowerThan(Candidate other) {
    return cost().isMoreThan(other.cost())
        && time.p50().compareTo(other.time.p50()) >= 0
        && time.p95().compareTo(other.time.p95()) >= 0;
  }

  /// As a point of the curve.
  Plans.Point point() {
    int batched = draft.batchedCount();
    return new Plans.Point(
        waits(),
        draft.primerWaits(),
        batched,
        draft.batched().length - batched,
        cost(),
        time.p50(),
        time.p95());
  }

  static String inWords(int count) {
    return count == 1 ? "1 wait" : count + " waits";
  }
}
