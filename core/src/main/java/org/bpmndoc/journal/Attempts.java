package org.bpmndoc.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.journal.Entry.Settlement;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;

/// Every attempt of a run, how it ended, and the money: what is spent, and what is reserved for
/// attempts that are still open. An attempt is settled once; whatever comes for it later changes
/// nothing.
public final class Attempts {

  private static final class Line {
    final Entry.Attempt attempt;
    final Channel channel;
    Optional<Settlement> settlement = Optional.empty();
    Optional<Entry.Settled> draft = Optional.empty();
    String reason = "";
    boolean forgiven;

    Line(Entry.Attempt attempt, Channel channel) {
      this.attempt = attempt;
      this.channel = channel;
    }
  }

  /// What the attempts of one contract that are settled have used and cost.
  public record Spending(Usage usage, Usd cost) {

    static final Spending NONE = new Spending(Usage.NONE, Usd.ZERO);

    private Spending plus(Spending other) {
      return new Spending(usage.plus(other.usage), cost.plus(other.cost));
    }
  }

  private static final Set<Settlement> ANSWERED =
      EnumSet.of(
          Settlement.ACCEPTED,
          Settlement.FLAWED,
          Settlement.UNUSABLE,
          Settlement.CUT_OFF,
          Settlement.SUPERSEDED);

  private static final Set<Settlement> REJECTED =
      EnumSet.of(Settlement.UNUSABLE, Settlement.FLAWED);

  private final Map<CustomId, Line> lines = new LinkedHashMap<>();
  private final Map<Fingerprint, List<Line>> byFingerprint = new HashMap<>();
  private final Map<Channel, Integer> sent = new HashMap<>();
  private final Map<Channel, Usage> usage = new HashMap<>();
  private final Map<Channel, Usd> spent = new HashMap<>();
  private final Map<ContractId, Spending> byContract = new HashMap<>();
  private final Map<ContractId, Usd> spentByBatch = new LinkedHashMap<>();
  private Usd reserved = Usd.ZERO;

  void open(Entry.Attempt attempt, Channel channel) {
    Line line = new Line(attempt, channel);
    if (lines.putIfAbsent(attempt.id(), line) != null) {
      throw new IllegalStateException("attempt " + attempt.id() + " was intended twice");
    }
    byFingerprint.computeIfAbsent(attempt.fingerprint(), _ -> new ArrayList<>()).add(line);
    sent.merge(channel, 1, Integer::sum);
    reserved = reserved.plus(attempt.reserved());
  }

  void settle(Entry.Settled settled) {
    Line line = lines.get(settled.attempt());
    if (line == null) {
      throw new IllegalStateException(
          "attempt " + settled.attempt() + " was settled before its intent");
    }
    if (line.settlement.isEmpty()) {
      close(line, settled.settlement());
      line.reason = settled.reason();
      line.draft = settled.draft().map(_ -> settled);
      spent.merge(line.channel, settled.cost(), Usd::plus);
      usage.merge(line.channel, settled.usage(), Usage::plus);
      byContract.merge(
          line.attempt.contract(), new Spending(settled.usage(), settled.cost()), Spending::plus);
      if (line.channel == Channel.BATCH) {
        spentByBatch.merge(line.attempt.contract(), settled.cost(), Usd::plus);
      }
    }
  }

  /// A draft has become the document; what else there was of it is not needed any more.
  void take(Entry.DraftTaken taken) {
    Line line = lines.get(taken.attempt());
    if (line == null || line.draft.isEmpty()) {
      throw new IllegalStateException("attempt " + taken.attempt() + " has no draft to take");
    }
    line.settlement = Optional.of(Settlement.ACCEPTED);
    byFingerprint
        .getOrDefault(line.attempt.fingerprint(), List.of())
        .forEach(one -> one.draft = Optional.empty());
  }

  void release(List<Entry.Attempt> notSent) {
    for (Entry.Attempt attempt : notSent) {
      Optional.ofNullable(lines.get(attempt.id()))
          .filter(line -> line.settlement.isEmpty())
          .ifPresent(line -> {
            close(line, Settlement.VOID);
            sent.merge(line.channel, -1, Integer::sum);
          });
    }
  }

  /// They were sent after all.
  void reopen(List<Entry.Attempt> released) {
    for (Entry.Attempt attempt : released) {
      Optional.ofNullable(lines.get(attempt.id()))
          .filter(line -> line.settlement.equals(Optional.of(Settlement.VOID)))
          .ifPresent(line -> {
            line.settlement = Optional.empty();
            sent.merge(line.channel, 1, Integer::sum);
            reserved = reserved.plus(attempt.reserved());
          });
    }
  }

  private void close(Line line, Settlement settlement) {
    line.settlement = Optional.of(settlement);
    reserved = reserved.minus(line.attempt.reserved());
  }

  /// What was asked for.
  public Set<Fingerprint> fingerprints() {
    return Collections.unmodifiableSet(byFingerprint.keySet());
  }

  public Optional<Entry.Attempt> find(CustomId id) {
    return Optional.ofNullable(lines.get(id)).map(line -> line.attempt);
  }

  public boolean isOpen(CustomId id) {
    Line line = lines.get(id);
    return line != null && line.settlement.isEmpty();
  }

  /// Whether nobody knows what came of an attempt.
  public boolean isUnknown(CustomId id) {
    Line line = lines.get(id);
    return line != null && line.settlement.equals(Optional.of(Settlement.UNKNOWN));
  }

  /// Whether the model answered an attempt, usefully or not.
  public boolean isAnswered(CustomId id) {
    Line line = lines.get(id);
    return line != null && line.settlement.filter(ANSWERED::contains).isPresent();
  }

  /// How many batches were over, one after another, once the last attempt at this request that was
  /// sent had come back.
  public int waits(Fingerprint fingerprint) {
    return byFingerprint.getOrDefault(fingerprint, List.of()).stream()
        .filter(line -> !line.settlement.equals(Optional.of(Settlement.VOID)))
        .mapToInt(line -> line.attempt.waits())
        .max()
        .orElse(0);
  }

  /// Whether an attempt at this request is under way.
  public boolean isOpen(Fingerprint fingerprint) {
    return byFingerprint.getOrDefault(fingerprint, List.of()).stream()
        .anyMatch(line -> line.settlement.isEmpty());
  }

  /// Whether a document came of this request in this run.
  public boolean isAccepted(Fingerprint fingerprint) {
    return byFingerprint.getOrDefault(fingerprint, List.of()).stream()
        .anyMatch(line -> line.settlement.equals(Optional.of(Settlement.ACCEPTED)));
  }

  public List<Entry.Attempt> open(Channel channel) {
    return lines.values().stream()
        .filter(line -> line.channel == channel && line.settlement.isEmpty())
        .map(line -> line.attempt)
        .toList();
  }

  /// The number of the next attempt at this request, from 1.
  public int nextNumber(Fingerprint fingerprint) {
    return byFingerprint.getOrDefault(fingerprint, List.of()).size() + 1;
  }

  /// How many attempts at this request were heard and failed, and are not forgiven.
  public int failures(Fingerprint fingerprint) {
    return count(
        fingerprint,
        EnumSet.of(
            Settlement.FLAWED,
            Settlement.UNUSABLE,
            Settlement.CUT_OFF,
            Settlement.ERRORED,
            Settlement.UNKNOWN));
  }

  /// How many answers to this request were cut off at the longest that was allowed.
  public int cutOff(Fingerprint fingerprint) {
    return count(fingerprint, EnumSet.of(Settlement.CUT_OFF));
  }

  /// The best draft there is of an answer to this request, as it was settled: the one with the
  /// least wrong in it, of equals the first.
  public Optional<Entry.Settled> draft(Fingerprint fingerprint) {
    Optional<Entry.Settled> best = Optional.empty();
    for (Line line : byFingerprint.getOrDefault(fingerprint, List.of())) {
      if (line.draft.isPresent() && isBetter(line.draft.get(), best)) {
        best = line.draft;
      }
    }
    return best;
  }

  private static boolean isBetter(Entry.Settled one, Optional<Entry.Settled> best) {
    List<Finding> others =
        best.flatMap(Entry.Settled::draft).map(Entry.Draft::findings).orElse(List.of());
    return best.isEmpty() || one.draft().orElseThrow().isBetterThan(others);
  }

  /// How an attempt travelled.
  public Channel channel(CustomId id) {
    return Optional.ofNullable(lines.get(id)).map(line -> line.channel).orElseThrow();
  }

  /// Why the last answer to this request that is not forgiven could not be used as it was, where
  /// there was one.
  public Optional<String> rejection(Fingerprint fingerprint) {
    return byFingerprint.getOrDefault(fingerprint, List.of()).reversed().stream()
        .filter(line -> !line.forgiven && line.settlement.filter(REJECTED::contains).isPresent())
        .map(line -> line.reason)
        .findFirst();
  }

  private int count(Fingerprint fingerprint, Set<Settlement> settlements) {
    return (int)
        byFingerprint.getOrDefault(fingerprint, List.of()).stream()
            .filter(
                line -> !line.forgiven && line.settlement.filter(settlements::contains).isPresent())
            .count();
  }

  /// What failed so far counts no more.
  void forgive() {
    lines.values().forEach(line -> line.forgiven = true);
  }

  /// How many requests were sent on a channel, those that came to nothing included.
  public int sent(Channel channel) {
    return sent.getOrDefault(channel, 0);
  }

  public Usage usage(Channel channel) {
    return usage.getOrDefault(channel, Usage.NONE);
  }

  public Usd spent(Channel channel) {
    return spent.getOrDefault(channel, Usd.ZERO);
  }

  /// What was spent by batch on each contract.
  public Map<ContractId, Usd> spentByBatch() {
    return Collections.unmodifiableMap(spentByBatch);
  }

  public Spending spent(ContractId contract) {
    return byContract.getOrDefault(contract, Spending.NONE);
  }

  public Usd spent() {
    return Usd.sum(spent.values());
  }

  /// What attempts that are still open may cost at most.
  public Usd reserved() {
    return reserved;
  }
}
