package org.bpmndoc.run;

import java.util.List;
import org.bpmndoc.batch.AccountTrouble;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Pause;
import org.bpmndoc.journal.Entry.Settlement;
import tools.jackson.databind.JsonNode;

/// What follows from an outcome.
sealed interface Verdict {

  /// It is a document.
  record Accept(JsonNode content, List<Finding> findings) implements Verdict {}

  /// It is a document with findings: keep it as a draft, and ask once more for a better one.
  record Repair(Entry.Draft draft, String reason) implements Verdict {}

  /// Send the same request once more.
  record Again(Settlement settlement, String reason) implements Verdict {}

  /// No document will come of this request.
  record GiveUp(Settlement settlement, String reason) implements Verdict {}

  /// Send it again, but not before a person has seen to the account.
  record Halt(Pause pause, String reason) implements Verdict {}

  /// What a check of an answer's words says.
  @FunctionalInterface
  interface Check {
    Checked check(String text);
  }

  /// More findings are not told in one go.
  int FLAWS_TOLD_MAX = 20;

  /// What came of a request before: how many attempts failed, how many of those with an answer that
  /// was cut off, and how many may fail in all; and whether a document with findings is taken in
  /// the end.
  record Tries(int failures, int cutOff, int max, boolean acceptsFlaws) {

    private boolean isAnotherLeft() {
      return failures + 1 < max;
    }
  }

  static Verdict of(Outcome outcome, Check check, Tries tries) {
    return switch (outcome) {
      case Outcome.Succeeded answer -> ofAnswer(answer, check, tries);
      case Outcome.Errored error -> ofError(error, tries);
      case Outcome.Canceled() ->
          retry(
              Settlement.ERRORED, "the batch was canceled before it was sent to the model", tries);
      case Outcome.Expired() ->
          retry(Settlement.ERRORED, "the batch expired before it was reached", tries);
    };
  }

  private static Verdict ofAnswer(Outcome.Succeeded answer, Check check, Tries tries) {
    return switch (answer.stop()) {
      case END_TURN, OTHER ->
          switch (check.check(answer.text())) {
            case Checked.Accepted good -> ofDocument(answer, good, tries);
            case Checked.Rejected bad ->
                retry(
                    Settlement.UNUSABLE,
                    "the answer does not keep its contract: " + String.join("; ", bad.reasons()),
                    tries);
          };
      case MAX_TOKENS ->
          tries.cutOff() == 0 && tries.isAnotherLeft()
              ? new Again(
                  Settlement.CUT_OFF, "the answer was cut off at the longest that was allowed")
              : new GiveUp(
                  Settlement.CUT_OFF,
                  "the answer was cut off at the longest that was allowed, and again at more");
      case REFUSAL -> new GiveUp(Settlement.UNUSABLE, "the model refused to answer");
      case CONTEXT_WINDOW ->
          new GiveUp(Settlement.UNUSABLE, "the request and its answer exceed the model's window");
    };
  }

  /// What is wrong with it is told, and a better one asked for as long as there are tries.
  private static Verdict ofDocument(Outcome.Succeeded answer, Checked.Accepted good, Tries tries) {
    List<String> flaws =
        good.findings().stream()
            .filter(finding -> finding.grade().isAtLeast(Finding.Grade.GAP))
            .map(finding ->
                (finding.field().isEmpty() ? "" : finding.field() + ": ") + finding.message())
            .limit(FLAWS_TOLD_MAX)
            .toList();
    if (flaws.isEmpty()) {
      return new Accept(good.content(), good.findings());
    }
    String reason = "it does not agree with the facts: " + String.join("; ", flaws);
    if (tries.isAnotherLeft()) {
      return new Repair(new Entry.Draft(good.content(), good.findings(), answer.model()), reason);
    }
    return tries.acceptsFlaws()
        ? new Accept(good.content(), good.findings())
        : new GiveUp(Settlement.UNUSABLE, reason + " (tried " + (tries.failures() + 1) + " times)");
  }

  private static Verdict ofError(Outcome.Errored error, Tries tries) {
    String reason = error.type() + ": " + error.message();
    if (AccountTrouble.isCredit(error.type(), error.message())) {
      return new Halt(Pause.CREDIT, reason);
    }
    return switch (error.type()) {
      case "billing_error" -> new Halt(Pause.CREDIT, reason);
      case "authentication_error", "permission_error" -> new Halt(Pause.AUTHENTICATION, reason);
      case "invalid_request_error", "not_found_error", "request_too_large" ->
          new GiveUp(Settlement.ERRORED, reason);
      default -> retry(Settlement.ERRORED, reason, tries);
    };
  }

  private static Verdict retry(Settlement settlement, String reason, Tries tries) {
    return tries.isAnotherLeft()
        ? new Again(settlement, reason)
        : new GiveUp(settlement, reason + " (tried " + (tries.failures() + 1) + " times)");
  }
}
