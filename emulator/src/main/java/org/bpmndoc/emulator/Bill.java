package org.bpmndoc.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
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
  /// direct call. `request` is the hash of what was asked, the same whichever way and however often
  /// it was sent. `batch` is the id of the batch.
  public record Line(
      String what,
      String request,
      Optional<String> batch,
      String model,
      Channel channel,
      Usage usage,
      Usd cost) {}

  public Usd total() {
    return total(lines);
  }

  /// What each batch cost, in the order of their creation.
  public SequencedMap<String, Usd> batches() {
    SequencedMap<String, Usd> batches = new LinkedHashMap<>();
    for (Line line : lines) {
      line.batch().ifPresent(id -> batches.merge(id, line.cost(), Usd::plus));
    }
    return batches;
  }

  public Usd direct() {
    return total(lines.stream().filter(line -> line.channel() == Channel.DIRECT).toList());
  }

  /// The lines of each request that was answered more than once.
  public Map<String, List<Line>> paidMoreThanOnce() {
    Map<String, List<Line>> byRequest =
        lines.stream()
            .collect(Collectors.groupingBy(Line::request, LinkedHashMap::new, Collectors.toList()));
    byRequest.values().removeIf(same -> same.size() == 1);
    return byRequest;
  }

  private static Usd total(List<Line> lines) {
    return Usd.sum(lines.stream().map(Line::cost).toList());
  }
}
