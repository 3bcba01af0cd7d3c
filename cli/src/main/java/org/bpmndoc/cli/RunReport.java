package org.bpmndoc.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.journal.RunState.BatchState;
import org.bpmndoc.journal.RunState.BatchState.Phase;
import org.bpmndoc.journal.RunState.SubjectState;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.run.Staleness.Stale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a run came to, or how it stands, in the shape that `generate`, `resume` and `status` share.
///
/// What is neither documented nor a problem is still to come. `files` says what the BPMN and DMN
/// files of the landscape turned out to be, where it was read; `stale` what is worth writing again,
/// where that was looked for. `outputs` are where pages were written, `sample` what was written to
/// be looked at before. `worker` is who works on it, where that was looked at and there is
/// somebody.
record RunReport(
    Path directory,
    String run,
    RunState state,
    Optional<Landscape.FileCounts> files,
    Optional<List<Stale>> stale,
    List<Output> outputs,
    Optional<SampleResult> sample,
    Optional<String> worker,
    Instant now) {

  /// The same of a run that a sample went ahead of, or of that sample.
  RunReport with(SampleResult before) {
    return new RunReport(
        directory, run, state, files, stale, outputs, Optional.of(before), worker, now);
  }

  /// One subject that has no document, and why.
  record ProblemLine(SubjectId subject, String state, String reason) {}

  /// How many there are to bring to a final state.
  int subjects() {
    return state.planned().map(Entry.Planned::subjects).orElse(0);
  }

  String stateName() {
    if (state.canceledAt().isPresent()) {
      return "canceled";
    }
    if (state.endedAt().isPresent()) {
      return problems().isEmpty() ? "done" : "incomplete";
    }
    return state.paused().isPresent() ? "paused" : "running";
  }

  ExitCode exitCode() {
    if (state.canceledAt().isPresent()) {
      return ExitCode.DONE;
    }
    if (state.endedAt().isPresent()) {
      return problems().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
    return state
        .paused()
        .map(paused ->
            paused.pause() == Entry.Pause.INTERRUPTED ? ExitCode.INTERRUPTED : ExitCode.PAUSED)
        .orElse(ExitCode.RUNNING);
  }

  private long count(Class<? extends SubjectState> kind) {
    return state.subjects().values().stream().filter(kind::isInstance).count();
  }

  /// Written in this run.
  long documented() {
    return state.subjects().values().stream()
        .filter(s -> s instanceof SubjectState.Documented d && d.written())
        .count();
  }

  /// Found in the store, still right.
  long reused() {
    return count(SubjectState.Documented.class) - documented();
  }

  /// Written although a child has no document.
  long degraded() {
    return state.subjects().values().stream()
        .filter(s -> s instanceof SubjectState.Documented d && hasGap(d.lineage()))
        .count();
  }

  private static boolean hasGap(Lineage lineage) {
    return lineage.children().stream()
        .anyMatch(seen -> seen.note().equals(Child.Missing.UNWRITTEN.reason()));
  }

  List<ProblemLine> problems() {
    List<ProblemLine> problems = new ArrayList<>();
    state
        .subjects()
        .forEach((subject, subjectState) -> {
          switch (subjectState) {
            case SubjectState.Documented _ -> {}
            case SubjectState.Failed failed ->
                problems.add(new ProblemLine(subject, "failed", failed.reason()));
            case SubjectState.Blocked blocked ->
                problems.add(
                    new ProblemLine(subject, "blocked", "no document of " + blocked.child()));
          }
        });
    return problems;
  }

  long batchesCreated() {
    return state.batches().stream().filter(batch -> batch.providerId().isPresent()).count();
  }

  /// The batches that are read and still at the provider: deleting them failed, or they were to be
  /// kept.
  List<String> remote() {
    return state.batches(Phase.READ).stream()
        .flatMap(batch -> batch.providerId().stream())
        .toList();
  }

  int waits() {
    return state.batches().stream()
        .filter(batch -> batch.phase() != Phase.INTENDED && batch.providerId().isPresent())
        .mapToInt(BatchState::wave)
        .max()
        .orElse(0);
  }

  /// What the same tokens cost at standard rates.
  Usd standardCost() {
    Usd standard = state.attempts().spent(Channel.DIRECT);
    for (var batch : state.attempts().spentByBatch().entrySet()) {
      BigDecimal factor = state.started().writers().of(batch.getKey()).batchFactor();
      standard =
          standard.plus(new Usd(batch.getValue().amount().divide(factor, MathContext.DECIMAL64)));
    }
    return standard;
  }

  Duration duration() {
    Instant end =
        state.endedAt().or(state::canceledAt).or(() -> state.paused().map(Entry::at)).orElse(now);
    return Duration.between(state.started().at(), end);
  }

  /// In the form that was asked for.
  void printTo(Console console, CommonOptions common) {
    console
        .out()
        .print(
            common.json
                ? toJson().toPrettyString() + System.lineSeparator()
                : RunText.of(this, common.verbose));
  }

  ObjectNode toJson() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    Usage usage =
        state.attempts().usage(Channel.BATCH).plus(state.attempts().usage(Channel.DIRECT));
    json.put("run", run)
        .put("strategy", state.started().strategy())
        .put("provider", state.started().provider())
        .put("model", state.started().model())
        .put("language", state.started().language());
    SequencedMap<String, String> models =
        Models.byKind(
            state.started().writers().map(Entry.Writer::model), Profiles.kinds(state.started()));
    if (!models.isEmpty()) {
      ObjectNode byKind = json.putObject("models");
      models.forEach(byKind::put);
    }
    json.put("subjects", subjects())
        .put("documented", documented())
        .put("reused", reused())
        .put("failed", count(SubjectState.Failed.class))
        .put("blocked", count(SubjectState.Blocked.class))
        .put("degraded", degraded());
    json.putObject("requests")
        .put("batch", state.attempts().sent(Channel.BATCH))
        .put("direct", state.attempts().sent(Channel.DIRECT));
    json.put("batches", batchesCreated())
        .put("adopted", state.batches().stream().filter(BatchState::adopted).count())
        .put("waits", waits())
        .put("costUsd", state.attempts().spent().amount())
        .put("reservedUsd", state.attempts().reserved().amount())
        .put("standardCostUsd", standardCost().amount())
        .put(
            "estimatedCostUsd",
            state.firstPlan().map(Entry.Planned::estimated).orElse(Usd.ZERO).amount());
    state
        .firstPlan()
        .ifPresent(plan ->
            json.put("plannedWaits", plan.waits())
                .put("estimatedP50Seconds", plan.p50().toSeconds())
                .put("estimatedP95Seconds", plan.p95().toSeconds()));
    Expectation.write(Expectation.of(state), json.putArray("estimates"));
    json.putObject("usage")
        .put("inputTokens", usage.inputTokens())
        .put("outputTokens", usage.outputTokens())
        .put("cacheReadTokens", usage.cacheReadTokens())
        .put("cacheWriteTokens", usage.cacheWriteTokens());
    json.put("seconds", duration().toMillis() / 1000.0);
    Output.write(outputs, json);
    files.ifPresent(counts ->
        json.putObject("files")
            .put("candidates", counts.candidates())
            .put("parsed", counts.parsed())
            .put("malformed", counts.malformed())
            .put("otherRoot", counts.otherRoot()));
    var lines = json.putArray("problems");
    for (ProblemLine problem : problems()) {
      lines
          .addObject()
          .put("subject", problem.subject().value())
          .put("state", problem.state())
          .put("reason", problem.reason());
    }
    stale.ifPresent(all -> write(all, json.putArray("stale")));
    remote().forEach(json.putArray("remoteBatches")::add);
    json.put("state", stateName());
    worker.ifPresent(who -> json.put("worker", who));
    sample.ifPresent(before -> before.write(json.putObject("sample")));
    return json;
  }

  private static void write(List<Stale> stale, ArrayNode json) {
    for (Stale one : stale) {
      ArrayNode children =
          json.addObject().put("subject", one.subject().value()).putArray("children");
      for (Lineage.Seen seen : one.children()) {
        children
            .addObject()
            .put("subject", seen.child().value())
            .put("fidelity", seen.fidelity().name().toLowerCase(Locale.ROOT))
            .put("source", seen.source().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }
  }
}
