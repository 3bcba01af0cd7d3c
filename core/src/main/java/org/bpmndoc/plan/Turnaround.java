package org.bpmndoc.plan;

/// How long a batch of so many requests was at the provider in a run, from its creation to its end,
/// by the provider's own clock.
public record Turnaround(String run, int requests, double seconds) {

  public Turnaround {
    if (requests < 1 || seconds < 0) {
      throw new IllegalArgumentException(
          "no batch of %d requests takes %s s".formatted(requests, seconds));
    }
  }
}
