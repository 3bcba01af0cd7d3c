package org.bpmndoc.journal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Pseudonyms;
import org.bpmndoc.journal.Entry.Settlement;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Entries to write and to fold.
final class Examples {

  static final Instant AT = Instant.parse("2026-11-24T08:00:00.123456Z");
  static final SubjectId ORDER = new SubjectId("shop/order.bpmn#order");
  static final SubjectId CHECK = new SubjectId("shop/order.bpmn#check");

  private Examples() {}

  static Fingerprint fingerprint(int request) {
    return new Fingerprint("%032x".formatted(request).repeat(2));
  }

  static CustomId id(int request, int number) {
    return CustomId.of("run1", fingerprint(request), number);
  }

  /// An attempt that reserves ten cents.
  static Entry.Attempt attempt(int request, int number) {
    return new Entry.Attempt(
        id(request, number),
        fingerprint(request),
        new ContractId("epic", 1),
        7,
        List.of(CHECK),
        Usd.of("0.10"));
  }

  static Entry.BatchIntended batch(int number, Entry.Attempt... attempts) {
    return new Entry.BatchIntended(AT, number, 1, List.of(attempts), "ab".repeat(32), 2_000);
  }

  static Entry.Settled settled(Entry.Attempt attempt, Settlement settlement, String cost) {
    return new Entry.Settled(
        AT,
        attempt.id(),
        settlement,
        new Usage(1000, 500, 20, 10),
        Usd.of(cost),
        "because",
        0,
        "eu");
  }

  private static Entry.Settled flawed(Entry.Attempt attempt) {
    return new Entry.Settled(
        AT,
        attempt.id(),
        Settlement.FLAWED,
        new Usage(1000, 500, 20, 10),
        Usd.of("0.0105"),
        "it does not agree with the facts",
        2_000,
        "eu",
        Optional.of(
            new Entry.Draft(
                JsonNodeFactory.instance.objectNode().put("summary", "Somebody approves it."),
                List.of(
                    new Finding(
                        Finding.Grade.GAP,
                        "out-of-the-textbook",
                        "summary",
                        "nothing in the model is like \"approves\"")),
                "small")));
  }

  /// One of every type, and of every value an enum has.
  static List<Entry> all() {
    Lineage lineage =
        new Lineage(
            List.of(
                new Lineage.Seen(
                    CHECK, "cd".repeat(32), Lineage.Fidelity.FULL, Lineage.Source.THIS_RUN, ""),
                new Lineage.Seen(
                    new SubjectId("shop/order.bpmn#rate"),
                    "",
                    Lineage.Fidelity.MISSING,
                    Lineage.Source.NONE,
                    "no acceptable answer")));
    List<Entry> entries =
        new ArrayList<>(
            List.of(
                new Entry.RunStarted(
                    AT,
                    "offline",
                    "model-1",
                    new BigDecimal("0.5"),
                    "en",
                    "hybrid",
                    Optional.of(Usd.of("12.50")),
                    Optional.empty(),
                    false,
                    false),
                new Entry.RunStarted(
                    AT,
                    "offline",
                    "model-1",
                    new BigDecimal("0.5"),
                    "sv-SE",
                    "hybrid",
                    Optional.empty(),
                    Optional.of(ORDER),
                    true,
                    false),
                new Entry.RunStarted(
                    AT,
                    "anthropic",
                    "small",
                    new BigDecimal("0.5"),
                    "en",
                    "auto",
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    Map.of("feature-goal", new Entry.Writer("large", new BigDecimal("0.4"))),
                    Map.of()),
                new Entry.RunStarted(
                    AT,
                    "offline",
                    "model-1",
                    new BigDecimal("0.5"),
                    "en",
                    "auto",
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    Map.of(),
                    Map.of("profile.json", "{\n}\n", "story/prompt.md", "Write a story.\n")),
                new Entry.RunStarted(
                    AT,
                    "offline",
                    "model-1",
                    new BigDecimal("0.5"),
                    "en",
                    "direct",
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    Map.of(),
                    Map.of(),
                    Set.of(ORDER, CHECK)),
                new Entry.BudgetChanged(AT, Usd.of("20")),
                new Entry.Planned(
                    AT,
                    3,
                    Map.of(ORDER, Channel.DIRECT, CHECK, Channel.BATCH),
                    1,
                    Usd.of("0.0012345"),
                    Duration.ofMinutes(9),
                    Duration.ofSeconds(4_321),
                    List.of(
                        new Entry.Estimate(
                            new ContractId("epic", 1), 1, 2_000, 700, Usd.of("0.001")),
                        new Entry.Estimate(
                            new ContractId("feature-goal", 2), 1, 900, 80, Usd.of("0.0002345"))),
                    Set.of("epic/1 claude-x"),
                    Optional.of(2)),
                new Entry.DeadlineSet(AT, AT.plusSeconds(14_400)),
                new Entry.Replanned(
                    AT, Map.of(CHECK, Channel.DIRECT), List.of(1), "batch 1 has taken 1 h"),
                new Entry.ChildrenFixed(
                    AT,
                    Map.of(
                        CHECK,
                        new Entry.FixedDocument(
                            fingerprint(4),
                            Lineage.Source.STALE,
                            new Pseudonyms(Map.of("«customer-1»", "Acme")),
                            Optional.of(JsonMapper.shared().readTree("{\"summary\":\"Checks.\"}"))),
                        new SubjectId("shop/order.bpmn#ship"),
                        new Entry.FixedDocument(
                            fingerprint(5),
                            Lineage.Source.CURRENT,
                            Pseudonyms.NONE,
                            Optional.empty())),
                    Set.of(new SubjectId("shop/order.bpmn#rate")),
                    Set.of(ORDER)),
                new Entry.Connected(AT, "api.example.com", true),
                batch(1, attempt(1, 1), attempt(2, 1)),
                new Entry.BatchCreated(AT, 1, "msgbatch_01", false),
                new Entry.BatchNotCreated(AT, 2, "too busy"),
                new Entry.BatchNotFound(AT, 2),
                new Entry.BatchDisowned(AT, 1, "msgbatch_01"),
                new Entry.BatchCreated(AT, 1, "msgbatch_02", true),
                new Entry.BatchRead(AT, 1, 2, 1, Optional.of(Duration.ofSeconds(420))),
                new Entry.BatchRead(AT, 1, 0, 0, Optional.empty()),
                new Entry.BatchDeleted(AT, 1),
                new Entry.DirectIntended(AT, attempt(3, 2), 1_000),
                flawed(attempt(2, 1)),
                new Entry.DraftTaken(AT, attempt(2, 1).id()),
                new Entry.Documented(AT, ORDER, fingerprint(3), lineage, true),
                new Entry.Failed(AT, CHECK, "the model refused to answer"),
                new Entry.Blocked(AT, ORDER, CHECK),
                new Entry.RetryAsked(AT),
                new Entry.CancelAsked(AT),
                new Entry.BatchCancelAsked(AT, 1),
                new Entry.RunCanceled(AT),
                new Entry.RunEnded(AT)));
    for (Settlement settlement : Settlement.values()) {
      entries.add(settled(attempt(1, 1), settlement, "0.0105"));
    }
    for (Entry.Pause pause : Entry.Pause.values()) {
      entries.add(new Entry.RunPaused(AT, pause, "the account has no credit left"));
    }
    return entries;
  }
}
