package org.bpmndoc.plan;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The rule that gives each subject a channel. With all of these a parent sees the full documents
/// of its children.
public enum Strategy {
  /// Everything direct, children first: no wait, full price.
  DIRECT("direct"),
  /// Leaves by batch, every parent direct: one wait.
  HYBRID("hybrid"),
  /// Everything by batch, a barrier after each height: as many waits as there are heights.
  MULTI_STAGE("multi-stage");

  private final String label;

  Strategy(String label) {
    this.label = label;
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
