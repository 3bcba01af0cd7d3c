package org.bpmndoc.plan;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The rule that gives each subject a channel, and says what a parent sees of its children.
public enum Strategy {
  /// Everything direct, children first: no wait, full price.
  DIRECT("direct", ChildrenSeen.DOCUMENTS),
  /// Everything by batch, a barrier after each height: as many waits as there are heights.
  MULTI_STAGE("multi-stage", ChildrenSeen.DOCUMENTS),
  /// Leaves by batch, every parent direct: one wait.
  HYBRID("hybrid", ChildrenSeen.DOCUMENTS),
  /// Everything by batch at once, each parent from what was stored of its children before: one
  /// wait.
  STORED("stored", ChildrenSeen.STORED),
  /// Everything by batch at once, each parent from summaries of its children: one wait.
  SUMMARIES("summaries", ChildrenSeen.SUMMARIES),
  /// Everything by batch, each subject as soon as its own children are there.
  GRAPH("graph", ChildrenSeen.DOCUMENTS),
  /// For a number of waits, by batch what saves most, the rest direct.
  AUTO("auto", ChildrenSeen.DOCUMENTS);

  private final String label;
  private final ChildrenSeen sees;

  Strategy(String label, ChildrenSeen sees) {
    this.label = label;
    this.sees = sees;
  }

  /// Whether no batch begins before the one before it is back.
  public boolean hasBarrier() {
    return switch (this) {
      case DIRECT, MULTI_STAGE, HYBRID -> true;
      case STORED, SUMMARIES, GRAPH, AUTO -> false;
    };
  }

  /// What a parent sees of its children.
  public ChildrenSeen sees() {
    return sees;
  }

  /// The name a person writes.
  public String label() {
    return label;
  }

  /// The strategy with that label; an [IllegalArgumentException] names those that exist.
  public static Strategy parse(String text) {
    return Arrays.stream(values())
        .filter(strategy -> strategy.label.equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no strategy \"" + text + "\"; there are " + labels()));
  }

  private static String labels() {
    return Arrays.stream(values()).map(Strategy::label).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return label;
  }
}
