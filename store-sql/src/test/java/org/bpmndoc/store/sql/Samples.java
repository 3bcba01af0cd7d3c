package org.bpmndoc.store.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Pseudonyms;
import org.bpmndoc.document.SentRequest;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Values with every field filled.
final class Samples {

  static final Instant AT = Instant.parse("2026-11-23T08:00:00.123456789Z");
  static final Fingerprint FINGERPRINT = new Fingerprint("ab".repeat(32));
  static final SubjectId ORDER = new SubjectId("order.bpmn#Order");
  static final SubjectId BILL = new SubjectId("räkningar/bill.bpmn#Bill~2");
  static final Lineage LINEAGE =
      new Lineage(
          List.of(
              new Lineage.Seen(
                  BILL,
                  "cd".repeat(32),
                  Lineage.Fidelity.SUMMARY,
                  Lineage.Source.STALE,
                  "shortened, for lack of room"),
              new Lineage.Seen(
                  new SubjectId("ship.bpmn#Ship"),
                  "",
                  Lineage.Fidelity.MISSING,
                  Lineage.Source.NONE,
                  "failed")),
          new Pseudonyms(Map.of("«customer-1»", "Åhléns")),
          "12".repeat(32),
          Map.of("e1", "order", "e2", "bill"));

  private static final Entry.Attempt ATTEMPT =
      new Entry.Attempt(
          CustomId.of("r1", FINGERPRINT, 1),
          FINGERPRINT,
          new ContractId("feature-goal", 3),
          12,
          List.of(ORDER, BILL),
          Usd.of("0.1234567"));

  private Samples() {}

  static Entry started(String model) {
    return new Entry.RunStarted(
        AT,
        "offline",
        model,
        new BigDecimal("0.5"),
        "sv",
        "hybrid",
        Optional.of(Usd.of("12.50")),
        Optional.empty(),
        false,
        false);
  }

  static Entry failed(String reason) {
    return new Entry.Failed(AT, ORDER, reason);
  }

  static List<Entry> everyKindOfEntry() {
    return List.of(
        started("small"),
        new Entry.RunStarted(
            AT,
            "offline",
            "small",
            BigDecimal.ONE,
            "sv",
            "direct",
            Optional.empty(),
            Optional.of(ORDER),
            true,
            false),
        new Entry.RunStarted(
            AT,
            "offline",
            "small",
            BigDecimal.ONE,
            "sv",
            "direct",
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Map.of("feature-goal", new Entry.Writer("large", BigDecimal.ONE)),
            Map.of("profile.json", "{}", "story/prompt.md", "Skriv en berättelse.\n")),
        new Entry.RunStarted(
            AT,
            "offline",
            "small",
            BigDecimal.ONE,
            "sv",
            "direct",
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Map.of(),
            Map.of(),
            Set.of(ORDER, BILL)),
        new Entry.BudgetChanged(AT, Usd.of("20")),
        new Entry.Planned(
            AT,
            7,
            Map.of(ORDER, Channel.DIRECT, BILL, Channel.BATCH),
            2,
            Usd.of("34.7325"),
            Duration.ofMinutes(8),
            Duration.ofHours(2),
            List.of(
                new Entry.Estimate(
                    new ContractId("feature-goal", 3), 2, 120_000, 3_600, Usd.of("34.7325"))),
            Set.of("feature-goal/3 claude-x"),
            Optional.of(2)),
        new Entry.BatchIntended(AT, 1, 1, List.of(ATTEMPT), "ef".repeat(32), 2_000),
        new Entry.DeadlineSet(AT, AT.plusSeconds(14_400)),
        new Entry.Replanned(AT, Map.of(BILL, Channel.DIRECT), List.of(1), "batch 1 takes long"),
        new Entry.ChildrenFixed(
            AT,
            Map.of(
                BILL,
                new Entry.FixedDocument(
                    FINGERPRINT,
                    Lineage.Source.STALE,
                    new Pseudonyms(Map.of("«customer-1»", "Åhléns")),
                    Optional.of(document("Bills.").content()))),
            Set.of(new SubjectId("ship.bpmn#Ship")),
            Set.of(ORDER)),
        new Entry.Connected(AT, "api.example.com", true),
        new Entry.BatchCreated(AT, 1, "msgbatch_01", true),
        new Entry.BatchNotCreated(AT, 2, "413: too large"),
        new Entry.BatchNotFound(AT, 2),
        new Entry.BatchDisowned(AT, 1, "msgbatch_01"),
        new Entry.BatchRead(AT, 1, 250, 249, Optional.of(Duration.ofMinutes(7))),
        new Entry.BatchDeleted(AT, 1),
        new Entry.DirectIntended(AT, ATTEMPT, 1_000),
        new Entry.DraftTaken(AT, ATTEMPT.id()),
        new Entry.Settled(
            AT,
            ATTEMPT.id(),
            Entry.Settlement.UNUSABLE,
            new Usage(60_000, 1_800, 7, 8),
            Usd.of("0.000001"),
            "no JSON: \"{\\\n\u0000\" 🜁",
            1_234,
            "eu"),
        new Entry.Documented(AT, ORDER, FINGERPRINT, LINEAGE, true),
        failed("refused, three times"),
        new Entry.Blocked(AT, ORDER, BILL),
        new Entry.RunPaused(AT, Entry.Pause.CREDIT, "the credit is used up"),
        new Entry.RetryAsked(AT),
        new Entry.CancelAsked(AT),
        new Entry.BatchCancelAsked(AT, 1),
        new Entry.RunCanceled(AT),
        new Entry.RunEnded(AT));
  }

  static SentRequest sent(String name) {
    return new SentRequest(
        FINGERPRINT,
        new ContractId("business-rule", 2),
        "small",
        "sv",
        "ab".repeat(32),
        "cd".repeat(32),
        9_800,
        JsonMapper.shared()
            .readTree(
                "{\"subject\": {\"name\": \"" + name + " «customer-1» å🜁\"}, \"flow\": [1.5]}"));
  }

  static Document document(String summary) {
    JsonNode content =
        JsonMapper.builder()
            .build()
            .readTree(
                """
                {"summary": "%s", "z": [1, 2.5, 12345678901, true, null, {}],
                 "a": {"text": "<b>&\\u2028 \\"å\\" 🜁\\n"}}\
                """
                    .formatted(summary));
    return new Document(
        FINGERPRINT,
        new ContractId("business-rule", 2),
        content,
        List.of(
            new Finding(
                Finding.Grade.NOTE, "count-below", "scenarios", "expected 3 to 5 items, found 2"),
            new Finding(
                Finding.Grade.CONTRADICTION,
                "alias-unknown",
                "steps[0].elements",
                "there is no element \"e9\"")),
        new Document.Origin(
            "anthropic",
            "small-1",
            Channel.BATCH,
            new Usage(1, 2, 3, 4),
            Usd.of("0.00375"),
            AT,
            "sv"));
  }
}
