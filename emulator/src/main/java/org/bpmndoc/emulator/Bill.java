package org.bpmndoc.emulator;

import java.util.List;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;

/// What the answers so far would have cost. A line for each answer: what comes twice was paid
/// twice. Lines of one batch stand together, batches in the order of their creation, then direct
/// calls.
public record Bill(List<Line> lines) {

  public Bill {
    lines = List.copyOf(lines);
  }

  /// `what` is the custom id of a request in a batch, or the id of the message that answered a
  /// direct call.
  public record Line(String what, String model, Channel channel, Usage usage, Usd cost) {}

  public Usd total() {
    return Usd.sum(lines.stream().map(Line::cost).toList());
  }
}
