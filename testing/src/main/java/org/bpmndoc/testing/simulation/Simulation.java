package org.bpmndoc.testing.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Entry.Pause;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.BatchTimes;
import org.bpmndoc.plan.CallTimes;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.LatencyModel;
import org.bpmndoc.plan.Needs;
import org.bpmndoc.plan.Outlook;
import org.bpmndoc.plan.Planner;
import org.bpmndoc.plan.TokenEstimate;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.run.DirectCalls;
import org.bpmndoc.run.RunLog;
import org.bpmndoc.run.RunSettings;
import org.bpmndoc.run.Scheduler;
import org.bpmndoc.testing.MemoryDocuments;
import org.bpmndoc.testing.MemoryJournal;
import org.bpmndoc.testing.SettableClock;
import org.bpmndoc.testing.simulation.Weather.Fault;

/// One run on a made-up landscape, from its first entry to its end, through as many processes as it
/// takes: when one has crashed, paused or been interrupted, the next takes the run up.
public final class Simulation {

  private static final String RUN = "sim";
  private static final int PROCESSES_MAX = 200;

  private final Terms terms;
  private final IntPredicate blows;
  private final Consumer<Object> trace;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T08:00:00Z"));
  private final Journal journal = new MemoryJournal();
  private final DocumentStore documents = new MemoryDocuments();
  private final Books books = new Books();
  private final Oracle oracle;
  private final Answering answering;
  private final SimulatedBatches batches;
  private final DependencyGraph<SubjectId> graph;
  private RunSettings settings;
  private int processes;
  private int crashes;
  private int effects;
  private long durable;

  /// `blows` is asked at each point of each process whether the process crashes there. `trace` is
  /// told every entry as it becomes durable.
  Simulation(Terms terms, IntPredicate blows, Consumer<Object> trace) {
    World world = terms.world();
    this.terms = terms;
    this.settings = terms.settings();
    this.blows = blows;
    this.trace = trace;
    this.oracle = new Oracle(world, books, documents);
    this.answering = new Answering(world, terms.weather(), books, terms.varying());
    this.batches = new SimulatedBatches(clock, terms.weather(), answering, oracle);
    this.graph =
        DependencyGraph.of(
            world.subjects().stream().map(World.Subject::id).toList(),
            id -> world.subject(id).children());
  }

  /// The run of a seed. `trace` is told every entry as it becomes durable.
  public static Simulation of(long seed, Consumer<Object> trace) {
    Terms terms = Terms.of(seed);
    return new Simulation(terms, _ -> terms.weather().strikes(Fault.CRASH), trace);
  }

  /// Runs until the run has ended; fails with a [Violation].
  public Outturn run() {
    append(started());
    append(planned());
    terms
        .deadline()
        .ifPresent(
            within -> append(new Entry.DeadlineSet(clock.instant(), clock.instant().plus(within))));
    while (true) {
      Violation.unless(processes < PROCESSES_MAX, "the run does not come to an end");
      Optional<RunState> state = process();
      if (state.flatMap(RunState::endedAt).isPresent()) {
        oracle.ended(state.get().attempts().spent(), terms.varying());
        return outturn();
      }
      state.flatMap(RunState::paused).ifPresent(this::seeTo);
      clock.advance(terms.weather().between(Duration.ZERO, Duration.ofHours(3)));
    }
  }

  private Entry started() {
    return new Entry.RunStarted(
        clock.instant(),
        "simulated",
        Prompting.MODEL,
        new BigDecimal("0.5"),
        "en",
        "random",
        settings.budget(),
        Optional.empty(),
        false,
        false);
  }

  private Entry planned() {
    Map<SubjectId, Channel> channels = new LinkedHashMap<>();
    terms.world().subjects().forEach(one -> channels.put(one.id(), one.channel()));
    return new Entry.Planned(
        clock.instant(),
        channels.size(),
        channels,
        0,
        Usd.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        List.of(),
        terms.priming() ? Set.of(Prompting.PREFIX) : Set.of(),
        terms.waitsMax());
  }

  private void append(Entry entry) {
    append(durable + 1, List.of(entry));
  }

  private void append(long first, List<Entry> entries) {
    journal.append(RUN, first, entries);
    durable += entries.size();
    oracle.saw(entries);
    entries.forEach(trace);
  }

  /// What a person does about a pause.
  private void seeTo(Entry.RunPaused paused) {
    if (paused.pause() == Pause.BUDGET) {
      Usd more = settings.budget().orElseThrow().times(BigDecimal.TWO);
      append(new Entry.BudgetChanged(clock.instant(), more));
      settings = settings.withBudget(Optional.of(more));
    }
  }

  /// One process, from taking the run up to its last breath; nothing, where it crashed or lost the
  /// run to another.
  private Optional<RunState> process() {
    processes++;
    trace.accept("--- process " + processes + " at " + clock.instant());
    Fuse fuse = new Fuse(blows);
    try {
      return Optional.of(scheduler(fuse).run());
    } catch (Fuse.Crash e) {
      crashes++;
      trace.accept(e.getMessage());
      return Optional.empty();
    } catch (LostRun e) {
      trace.accept("lost the run to another process");
      return Optional.empty();
    } finally {
      boolean _ = Thread.interrupted();
      effects += fuse.points();
      oracle.died();
    }
  }

  private Scheduler scheduler(Fuse fuse) {
    World world = terms.world();
    Prompting prompting = new Prompting(world);
    DirectCalls calls = new SimulatedCalls(clock, terms.weather(), answering, oracle);
    Scheduler.Ports ports =
        new Scheduler.Ports(
            fuse.wrap(batches),
            fuse.wrap(calls),
            fuse.wrap(new SimulatedCounts(world, terms.weather(), oracle)),
            fuse.wrap(documents),
            prompting,
            prompting,
            (_, usage, channel) -> World.cost(usage, channel),
            outlook(),
            clock);
    RunLog log =
        new RunLog(
            fuse.wrap(new SharedJournal()), RUN, RunState.of(journal.entries(RUN)), (_, _) -> {});
    return new Scheduler(graph, ports, log, settings);
  }

  /// Expects half of the batches to be back as soon as the fastest are.
  private Outlook<SubjectId> outlook() {
    TokenEstimate most = new TokenEstimate(World.PROMPT_TOKENS_MAX, World.ANSWER_TOKENS_MAX);
    return new Outlook<>(
        new Planner<>(
            graph,
            _ -> true,
            Needs.of(_ -> most, World.PRICE),
            new LatencyModel(
                new BatchTimes(Duration.ofMinutes(2).toSeconds(), 3_600, 100, 1, 0.5),
                new CallTimes(2, 0.02, Oracle.CONCURRENCY, 1.5))));
  }

  private Outturn outturn() {
    return new Outturn(
        oracle.documents(),
        terms.world().subjects().size(),
        processes,
        crashes,
        terms.weather().struck(),
        books.all().size(),
        effects,
        Usd.sum(books.all().stream().map(Books.Taken::billed).toList()));
  }

  /// The journal refused an entry because another process has written, as it must.
  private static final class LostRun extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// The journal as one process sees it. At any append the process may stand still while another
  /// takes the run over; its entry must then be refused.
  private final class SharedJournal implements Journal {

    private boolean rivalled;

    @Override
    public void append(String run, long first, List<Entry> entries) {
      if (!rivalled && terms.weather().strikes(Fault.RIVAL)) {
        rivalled = true;
        oracle.died();
        Optional<RunState> _ = process();
      }
      boolean lost = durable >= first;
      try {
        Simulation.this.append(first, entries);
      } catch (FenceException e) {
        Violation.unless(lost, "an entry was refused without need");
        throw new LostRun();
      }
      Violation.unless(!lost, "an entry was written over another's");
    }

    @Override
    public List<Entry> entries(String run) {
      return journal.entries(run);
    }

    @Override
    public List<Entry> entries(String run, Set<Class<? extends Entry>> kinds) {
      return journal.entries(run, kinds);
    }

    @Override
    public List<String> runs() {
      return journal.runs();
    }

    @Override
    public Optional<String> newestRun() {
      return journal.newestRun();
    }
  }
}
