package org.bpmndoc.plan;

import java.util.List;

/// What a run does between two barriers: it waits for `batches`, which begin together and of which
/// each has so many requests, and then makes direct calls, which take `directSeconds` at the usual
/// speed. Either may be nothing.
record Wave(List<Integer> batches, double directSeconds) {

  Wave {
    batches = List.copyOf(batches);
  }

  /// Direct calls alone.
  static Wave direct(double directSeconds) {
    return new Wave(List.of(), directSeconds);
  }

  /// One batch, and then direct calls.
  static Wave of(int requests, double directSeconds) {
    return new Wave(List.of(requests), directSeconds);
  }

  double seconds(int number, Luck luck) {
    double slowest = 0;
    for (int batch = 0; batch < batches.size(); batch++) {
      slowest = Math.max(slowest, luck.batchSeconds(number, batch, batches.get(batch)));
    }
    return slowest + luck.directSeconds(directSeconds);
  }
}
