package org.bpmndoc.provider.anthropic;

import java.time.Duration;
import java.util.stream.Stream;

/// How long to wait: to `connect`; for the answer to a `question`, such as how a batch is doing;
/// for a batch to `create`, its upload included; for a direct `answer`, thinking included; for the
/// `download` of results as a whole, and for the next piece of it until it counts as `stalled`.
public record Timeouts(
    Duration connect,
    Duration question,
    Duration create,
    Duration answer,
    Duration download,
    Duration stalled) {

  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofMinutes(15),
          Duration.ofHours(6),
          Duration.ofMinutes(2));

  public Timeouts {
    if (Stream.of(connect, question, create, answer, download, stalled)
        .anyMatch(one -> !one.isPositive())) {
      throw new IllegalArgumentException("a timeout is longer than nothing");
    }
  }
}
