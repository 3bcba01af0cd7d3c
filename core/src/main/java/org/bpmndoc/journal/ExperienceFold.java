package org.bpmndoc.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.batch.CustomId;
import org.bpmndoc.document.ByKind;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.TokenUse;
import org.bpmndoc.document.TokenUse.Answers;
import org.bpmndoc.journal.Entry.Settlement;
import org.bpmndoc.plan.CallTimes;
import org.bpmndoc.plan.Turnaround;
import org.bpmndoc.plan.Usage;

/// Folds the entries of runs into an [Experience] of one provider and model.
final class ExperienceFold {

  private static final double MILLIS = 1_000;

  private final String provider;
  private final String model;
  private final List<Turnaround> turnarounds = new ArrayList<>();
  private final List<CallTimes.Call> calls = new ArrayList<>();
  private final Map<ContractId, Answers> answers = new LinkedHashMap<>();
  private long promptBytes;
  private long promptTokens;

  ExperienceFold(String provider, String model) {
    this.provider = provider;
    this.model = model;
  }

  /// A run of another provider, or that asks the model for nothing, changes nothing.
  void read(String run, List<Entry> entries) {
    if (!entries.isEmpty()
        && entries.getFirst() instanceof Entry.RunStarted started
        && started.provider().equals(provider)) {
      ByKind<String> models = started.writers().map(Entry.Writer::model);
      if (models.all().contains(model)) {
        OneRun one = new OneRun(run, models);
        entries.forEach(one::saw);
      }
    }
  }

  /// How many answers were read.
  long answers() {
    return answers.values().stream().mapToLong(Answers::count).sum();
  }

  Experience experience() {
    return new Experience(turnarounds, calls, new TokenUse(promptBytes, promptTokens, answers));
  }

  private final class OneRun {

    private final String run;
    private final ByKind<String> models;
    private final Map<Integer, Entry.BatchIntended> batches = new HashMap<>();
    private final Map<CustomId, Entry.DirectIntended> direct = new HashMap<>();
    private final Map<CustomId, ContractId> contracts = new HashMap<>();
    private final Map<CustomId, Long> prompts = new HashMap<>();
    private final Set<Integer> askedToEnd = new HashSet<>();

    OneRun(String run, ByKind<String> models) {
      this.run = run;
      this.models = models;
    }

    private boolean isOurs(ContractId contract) {
      return models.of(contract).equals(model);
    }

    void saw(Entry entry) {
      switch (entry) {
        case Entry.BatchIntended e -> {
          batches.put(e.number(), e);
          e.attempts().forEach(attempt -> contracts.put(attempt.id(), attempt.contract()));
        }
        case Entry.DirectIntended e -> {
          direct.put(e.attempt().id(), e);
          contracts.put(e.attempt().id(), e.attempt().contract());
        }
        case Entry.BatchCancelAsked e -> askedToEnd.add(e.number());
        case Entry.Settled e -> settled(e);
        case Entry.BatchRead e -> read(e);
        case Entry.RunStarted _,
            Entry.BudgetChanged _,
            Entry.Planned _,
            Entry.DeadlineSet _,
            Entry.Replanned _,
            Entry.ChildrenFixed _,
            Entry.Connected _,
            Entry.BatchCreated _,
            Entry.BatchNotCreated _,
            Entry.BatchNotFound _,
            Entry.BatchDisowned _,
            Entry.BatchDeleted _,
            Entry.DraftTaken _,
            Entry.Documented _,
            Entry.Failed _,
            Entry.Blocked _,
            Entry.RunPaused _,
            Entry.RetryAsked _,
            Entry.CancelAsked _,
            Entry.RunCanceled _,
            Entry.RunEnded _ -> {}
      }
    }

    private void settled(Entry.Settled settled) {
      ContractId contract = contracts.remove(settled.attempt());
      Entry.DirectIntended call = direct.remove(settled.attempt());
      Usage usage = settled.usage();
      if (contract == null || !isAnswer(settled.settlement()) || usage.promptTokens() == 0) {
        return;
      }
      if (call == null) {
        prompts.put(settled.attempt(), usage.promptTokens());
      }
      if (!isOurs(contract)) {
        return;
      }
      int documents = settled.bytes() > 0 ? 1 : 0;
      answers.merge(
          contract,
          new Answers(1, usage.outputTokens(), documents, settled.bytes()),
          Answers::plus);
      if (call != null) {
        calls.add(
            new CallTimes.Call(
                usage.outputTokens(), seconds(Duration.between(call.at(), settled.at()))));
        prompt(call.bytes(), usage.promptTokens());
      }
    }

    private void read(Entry.BatchRead read) {
      // One that was ended early, or refused line by line, says nothing about the others.
      if (2 * read.answered() > read.lines() && !askedToEnd.contains(read.number())) {
        read.took()
            .ifPresent(took -> turnarounds.add(new Turnaround(run, read.lines(), seconds(took))));
      }
      Entry.BatchIntended batch = batches.remove(read.number());
      if (batch != null) {
        prompts(batch);
      }
    }

    private void prompts(Entry.BatchIntended batch) {
      long tokens = 0;
      long ours = 0;
      long answered = 0;
      for (Entry.Attempt attempt : batch.attempts()) {
        Long prompt = prompts.remove(attempt.id());
        tokens += prompt == null ? 0 : prompt;
        ours += prompt == null || !isOurs(attempt.contract()) ? 0 : prompt;
        answered += prompt == null ? 0 : 1;
      }
      // Those that were not answered are taken to be as long as the others, and those for other
      // models to have as many bytes a token.
      long bytes = batch.bytes() * answered / batch.attempts().size();
      prompt(ours == 0 ? 0 : Math.round(bytes * (ours / (double) tokens)), ours);
    }

    private void prompt(long bytes, long tokens) {
      // Journals from before bytes were counted have none.
      if (bytes > 0) {
        promptBytes += bytes;
        promptTokens += tokens;
      }
    }
  }

  /// Whether the model has answered, and what it used is known.
  private static boolean isAnswer(Settlement settlement) {
    return switch (settlement) {
      case ACCEPTED, FLAWED, UNUSABLE, CUT_OFF -> true;
      case SUPERSEDED, ERRORED, DEFERRED, VOID, UNKNOWN, UNHEARD -> false;
    };
  }

  private static double seconds(Duration duration) {
    return Math.max(0, duration.toMillis()) / MILLIS;
  }
}
