package org.bpmndoc.emulator.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.emulator.fault.CallFault.Refused;

/// Makes a fault of an entry. What it is called decides which other fields there may be.
final class FaultReader {

  private static final String NAMES =
      "drop, error, timeout, rate-limit, spend-limit, overloaded, not-found or slow for calls; cut,"
          + " blank-lines, malformed-lines, duplicate-lines, missing-lines, unknown-lines,"
          + " no-content-type or slow-lines for results; listed-late, stuck or slow-batch for a"
          + " batch; errored, low-balance, expired, refusal, max-tokens, context-window or"
          + " invalid-structure for lines of a batch and for messages; or queue-limit";

  private static final String BATCH = "batch";

  private final FaultEntry entry;

  private FaultReader(FaultEntry entry) {
    this.entry = entry;
  }

  /// Nothing where the entry is too wrong to be one; its problems say why.
  static Optional<Fault> read(FaultEntry entry) {
    String name = entry.required("fault", entry.text("fault"), "");
    Optional<Fault> fault = new FaultReader(entry).named(name);
    if (fault.isPresent()) {
      entry.refuseRest(name);
    } else if (entry.problems().isEmpty()) {
      entry.problem("fault", "fault: expected %s; found \"%s\"".formatted(NAMES, name));
    }
    return fault;
  }

  private Optional<Fault> named(String name) {
    return switch (name) {
      case "drop" -> onCall(new CallFault.Dropped(entry.flag("accepted", true)));
      case "error" -> onCall(error());
      case "timeout" ->
          onCall(refused(ErrorType.TIMEOUT_ERROR, "Gateway timeout", entry.flag("accepted", true)));
      case "rate-limit" -> onCall(rateLimit());
      case "spend-limit" -> onCall(spendLimit());
      case "overloaded" -> onCall(refused(ErrorType.OVERLOADED_ERROR, "Overloaded", false));
      case "not-found" -> onCall(refused(ErrorType.NOT_FOUND_ERROR, "Not found", false));
      case "slow" -> onCall(new CallFault.Slow(delay("by")));
      case "cut" ->
          onResults(
              new CallFault.Cut(
                  entry.count("after-lines", 0),
                  entry.flag("in-line", false),
                  entry.flag("cleanly", false)));
      case "blank-lines" -> onResults(new CallFault.BlankLines(lines()));
      case "malformed-lines" -> onResults(new CallFault.MalformedLines(lines()));
      case "duplicate-lines" -> onResults(new CallFault.DuplicateLines(lines()));
      case "missing-lines" -> onResults(new CallFault.MissingLines(lines()));
      case "unknown-lines" -> onResults(new CallFault.UnknownLines(entry.count("count", 1)));
      case "no-content-type" -> onResults(new CallFault.NoContentType());
      case "slow-lines" -> onResults(new CallFault.SlowLines(delay("each")));
      case "listed-late" -> onBatch(new BatchFault.ListedLate(delay("by")));
      case "stuck" -> onBatch(new BatchFault.Stuck(entry.count("answered", 0)));
      case "slow-batch" -> onBatch(new BatchFault.Slow(delay("by")));
      case "errored" ->
          onAnswer(
              new AnswerFault.Errored(
                  entry.errorType("type").orElse(ErrorType.API_ERROR),
                  entry.text("message").orElse("Internal server error")));
      case "low-balance" ->
          onAnswer(
              new AnswerFault.Errored(
                  ErrorType.INVALID_REQUEST_ERROR,
                  "Your credit balance is too low to access the Anthropic API."));
      case "expired" ->
          Optional.of(new Fault.OnLine(batches(), lines(), new AnswerFault.Expired()));
      case "refusal" -> onAnswer(new AnswerFault.Refusal());
      case "max-tokens" -> onAnswer(new AnswerFault.MaxTokens());
      case "context-window" -> onAnswer(new AnswerFault.ContextWindow());
      case "invalid-structure" -> onAnswer(new AnswerFault.InvalidStructure());
      case "queue-limit" ->
          Optional.of(
              new Fault.QueueLimit(
                  entry.required("requests", Optional.of(entry.count("requests", 1)), 1)));
      default -> Optional.empty();
    };
  }

  private Refused error() {
    int status = entry.required("status", Optional.of(entry.count("status", 500)), 500);
    if (status < 400 || status > 599) {
      entry.problem("status", "status: expected 400 to 599, found " + status);
    }
    return new Refused(
        entry.errorType("type").orElse(ErrorType.ofStatus(status)),
        status,
        entry.text("message").orElse("An error was asked for"),
        entry.duration("retry-after"),
        entry.text("code"),
        entry.flag("accepted", false));
  }

  private Refused rateLimit() {
    return new Refused(
        ErrorType.RATE_LIMIT_ERROR,
        ErrorType.RATE_LIMIT_ERROR.status(),
        "This request would exceed your organization's rate limit",
        entry.duration("retry-after"),
        Optional.empty(),
        false);
  }

  /// Comes without a time to wait: it does not go away by itself.
  private static Refused spendLimit() {
    return new Refused(
        ErrorType.RATE_LIMIT_ERROR,
        ErrorType.RATE_LIMIT_ERROR.status(),
        "This organization has reached its enforced spend limit",
        Optional.empty(),
        Optional.of("enforced_spend_limit_reached"),
        false);
  }

  private static Refused refused(ErrorType type, String message, boolean accepted) {
    return new Refused(type, type.status(), message, Optional.empty(), Optional.empty(), accepted);
  }

  private Duration delay(String name) {
    return entry.required(name, entry.duration(name), Duration.ZERO);
  }

  private Which lines() {
    return entry.which("lines", Which.ALL);
  }

  private Which batches() {
    return entry.required(BATCH, Optional.of(entry.which(BATCH, Which.ALL)), Which.ALL);
  }

  private Optional<Fault> onCall(CallFault fault) {
    return onCall(fault, EnumSet.allOf(ApiCall.class));
  }

  private Optional<Fault> onResults(CallFault.OfResults fault) {
    return onCall(fault, EnumSet.of(ApiCall.RESULTS));
  }

  private Optional<Fault> onCall(CallFault fault, Set<ApiCall> allowed) {
    List<ApiCall> named =
        Arrays.stream(ApiCall.values()).filter(call -> entry.has(call.word())).toList();
    if (named.size() != 1 || !allowed.contains(named.getFirst())) {
      entry.problem(
          "fault",
          "expected a call it strikes, %s, found %s"
              .formatted(words(allowed), named.isEmpty() ? "none" : words(named)));
      return Optional.empty();
    }
    ApiCall call = named.getFirst();
    Which at = entry.which(call.word(), Which.ALL);
    Which batches = call.namesBatch() ? entry.which(BATCH, Which.ALL) : Which.ALL;
    return Optional.of(new Fault.OnCall(call, at, batches, fault));
  }

  private static String words(Iterable<ApiCall> calls) {
    StringBuilder words = new StringBuilder();
    calls.forEach(call -> words.append(words.isEmpty() ? "" : ", ").append(call.word()));
    return words.toString();
  }

  private Optional<Fault> onBatch(BatchFault fault) {
    return Optional.of(new Fault.OnBatch(batches(), fault));
  }

  private Optional<Fault> onAnswer(AnswerFault fault) {
    String messages = ApiCall.MESSAGES.word();
    if (entry.has(messages)) {
      return Optional.of(new Fault.OnMessage(entry.which(messages, Which.ALL), fault));
    }
    return Optional.of(new Fault.OnLine(batches(), lines(), fault));
  }
}
