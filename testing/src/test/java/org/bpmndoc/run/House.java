package org.bpmndoc.run;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.document.ChildLimits;
import org.bpmndoc.document.ChildView;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.document.Profile;
import org.bpmndoc.document.Pseudonyms;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.BatchTimes;
import org.bpmndoc.plan.CallTimes;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.ChildrenSeen;
import org.bpmndoc.plan.LatencyModel;
import org.bpmndoc.plan.ModelPrice;
import org.bpmndoc.plan.Needs;
import org.bpmndoc.plan.Outlook;
import org.bpmndoc.plan.Planner;
import org.bpmndoc.plan.TokenEstimate;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Aliases;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.prompt.RequestPrefix;
import org.bpmndoc.testing.FakeBatchApi;
import org.bpmndoc.testing.FakeCalls;
import org.bpmndoc.testing.FakeCountApi;
import org.bpmndoc.testing.MemoryDocuments;
import org.bpmndoc.testing.MemoryJournal;
import org.bpmndoc.testing.SettableClock;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A small house to run the scheduler in: subjects named by single words, whose requests say what
/// they are and what their children's documents said, and a provider that answers `doc of X` for a
/// cent.
final class House {

  static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  static final String RUN = "run1";
  static final JsonMapper JSON = new JsonMapper();
  private static final Contract CONTRACT =
      new Contract(new ContractId("epic", 1), "Epic", "Write.", JSON.createObjectNode(), 100);

  final SettableClock clock = new SettableClock(START);
  DocumentStore documents = new MemoryDocuments();
  final Map<String, List<String>> children = new LinkedHashMap<>();
  final Map<String, Channel> channels = new LinkedHashMap<>();

  /// What a subject's request says about it; subjects with the same text and children are clones.
  final Map<String, String> texts = new LinkedHashMap<>();

  final List<String> rendered = new ArrayList<>();

  /// The longest answer that was allowed, request by request.
  final List<Integer> allowed = new ArrayList<>();

  /// Every request the provider answered and would bill, in order.
  final List<String> billed = new ArrayList<>();

  Function<String, Outcome> model = text -> answer("doc of " + text);
  FakeBatchApi batches =
      new FakeBatchApi(clock, Duration.ofMinutes(10), item -> bill(item.request()));
  FakeCalls calls =
      new FakeCalls(
          clock,
          Duration.ofSeconds(20),
          4,
          (id, request) -> new DirectCalls.Arrival.Answered(id, bill(request)));

  /// What the provider counts for a prompt, by what it says.
  ToLongFunction<String> size = _ -> 10;

  FakeCountApi counts = new FakeCountApi(request -> size.applyAsLong(request.facts()));

  /// The subjects of which nobody can tell, without a count, whether they fit a window of 120
  /// tokens, which with the longest answer leaves 20 for the prompt.
  final Set<String> doubtful = new LinkedHashSet<>();

  Journal journal = new MemoryJournal();
  RunSettings settings = RunSettings.DEFAULT;

  /// A tenth of a cent for each token of an answer, whichever way it comes.
  Tariff tariff = (_, usage, _) -> new Usd(BigDecimal.valueOf(usage.outputTokens(), 3));

  /// How long half of the batches are thought to take.
  Duration usual = Duration.ofMinutes(10);

  /// How long a run that is begun may take.
  Optional<Duration> deadline = Optional.empty();

  /// The beginnings for which the plan of a run that is begun has a primer.
  Set<String> primed = Set.of();

  /// How often the plan of a run that is begun lets it wait.
  Optional<Integer> waitsMax = Optional.empty();

  /// What parents see of their children.
  ChildrenSeen sees = ChildrenSeen.DOCUMENTS;

  /// Whether a run that is begun writes again what is worth it.
  boolean refreshStale;

  /// Whether a run that is begun writes parents without their failed children.
  boolean degrade;

  static final ChildLimits LIMITS = Profile.builtIn().children();

  /// What all requests begin with.
  static final String PREFIX = RequestPrefix.name(CONTRACT.id(), "claude-test");

  static Outcome.Succeeded answer(String words) {
    ObjectNode content = JSON.createObjectNode().put("summary", words);
    return new Outcome.Succeeded(
        content.toString(), Outcome.Stop.END_TURN, Usage.of(10, 5), "claude-test");
  }

  /// A subject with its channel and children, children first.
  House subject(String name, Channel channel, String... childNames) {
    children.put(name, List.of(childNames));
    channels.put(name, channel);
    return this;
  }

  Outcome bill(Request request) {
    allowed.add(request.answerTokensMax());
    String text = request.facts();
    Outcome outcome = model.apply(text);
    if (outcome instanceof Outcome.Succeeded) {
      billed.add(text);
    }
    return outcome;
  }

  RunState run() {
    RunLog log = new RunLog(journal, RUN, RunState.of(journal.entries(RUN)), (_, _) -> {});
    if (log.state().sequence() == 0) {
      log.record(
          new Entry.RunStarted(
              clock.instant(),
              "fake",
              "claude-test",
              new BigDecimal("0.5"),
              "en",
              "hybrid",
              settings.budget(),
              Optional.empty(),
              false,
              degrade),
          new Entry.Planned(
              clock.instant(),
              channels.size(),
              planned(),
              1,
              Usd.ZERO,
              usual,
              usual,
              List.of(),
              primed,
              waitsMax));
      deadline.ifPresent(
          until -> log.record(new Entry.DeadlineSet(clock.instant(), START.plus(until))));
    }
    Scheduler.Ports ports =
        new Scheduler.Ports(
            batches,
            calls,
            counts,
            documents,
            this::render,
            (_, _, text) -> check(text),
            tariff,
            outlook(),
            clock);
    Sight sight = sight(log.state());
    sight.toFix(clock.instant()).ifPresent(log::record);
    return new Scheduler(sight, ports, log, settings).run();
  }

  private Sight sight(RunState state) {
    return sees.waits()
        ? new ChildrenFirst(graph())
        : FixedChildren.of(
            Standing.of(graph(), this::render, documents::find, _ -> false),
            documents,
            settings.force(),
            refreshStale
                ? Staleness.subjects(graph().nodes(), documents, LIMITS, Overrides.NONE)
                : Set.of(),
            state.childrenFixed());
  }

  private Map<SubjectId, Channel> planned() {
    Map<SubjectId, Channel> planned = new LinkedHashMap<>();
    channels.forEach((name, channel) -> planned.put(id(name), channel));
    return planned;
  }

  /// A cent for five tokens of an answer, whichever way they come.
  private static final ModelPrice CENTS =
      new ModelPrice(
          "test",
          BigDecimal.ONE,
          List.of(
              new ModelPrice.Tier(
                  OptionalLong.empty(),
                  BigDecimal.ZERO,
                  new BigDecimal("2000"),
                  BigDecimal.ZERO,
                  BigDecimal.ZERO,
                  BigDecimal.ZERO)),
          0,
          Optional.empty(),
          "a test");

  /// A direct call takes 20 seconds, an answer is expected to cost a cent.
  private Outlook<SubjectId> outlook() {
    return new Outlook<>(
        new Planner<>(
            graph(),
            _ -> true,
            Needs.of(_ -> new TokenEstimate(0, 5), CENTS),
            new LatencyModel(
                new BatchTimes(usual.toSeconds(), 2 * usual.toSeconds(), 100, 1, 0.5),
                new CallTimes(20, 0, 4, 1))));
  }

  /// What a person wants of the run from here on.
  void wish(Entry entry) {
    new RunLog(journal, RUN, RunState.of(journal.entries(RUN)), (_, _) -> {}).record(entry);
  }

  DependencyGraph<SubjectId> graph() {
    return DependencyGraph.of(
        children.keySet().stream().map(House::id).toList(),
        id -> children.getOrDefault(name(id), List.of()).stream().map(House::id).toList());
  }

  private Rendering render(SubjectId subject, Map<SubjectId, Child> given) {
    rendered.add(name(subject));
    List<String> saw = new ArrayList<>();
    List<Lineage.Seen> seen = new ArrayList<>();
    given.forEach((child, what) -> {
      switch (what) {
        case Child.Written written -> {
          saw.add(written.document().summary());
          seen.add(
              new Lineage.Seen(
                  child,
                  ChildView.full(written.document().content(), LIMITS).digest(),
                  Lineage.Fidelity.FULL,
                  written.source(),
                  ""));
        }
        case Child.Outlined _ -> {
          saw.add("outline of " + name(child));
          seen.add(
              new Lineage.Seen(
                  child,
                  sha256("outline of " + name(child)),
                  Lineage.Fidelity.OUTLINE,
                  Lineage.Source.NONE,
                  ""));
        }
        case Child.Missing missing -> {
          saw.add("(" + missing.reason() + ")");
          seen.add(
              new Lineage.Seen(
                  child, "", Lineage.Fidelity.MISSING, Lineage.Source.NONE, missing.reason()));
        }
      }
    });
    String own = texts.getOrDefault(name(subject), name(subject));
    String text = own + saw;
    Request request = new Request("claude-test", "Write.", text, JSON.createObjectNode(), 100);
    return new Rendering(
        request,
        new Fingerprint(sha256(text)),
        CONTRACT,
        new Lineage(seen, Pseudonyms.NONE, sha256(own), Map.of()),
        new Aliases(Map.of()),
        50,
        doubtful.contains(name(subject)) ? 120 : 1_000_000);
  }

  /// Of an answer that says so, the checks find one gap for each time it says "gap".
  private static Checked check(String text) {
    return text.startsWith("{")
        ? new Checked.Accepted(JSON.readTree(text), gaps(text))
        : new Checked.Rejected(List.of("not JSON"));
  }

  private static List<Finding> gaps(String text) {
    List<Finding> gaps = new ArrayList<>();
    for (int at = text.indexOf("gap"); at >= 0; at = text.indexOf("gap", at + 1)) {
      gaps.add(new Finding(Finding.Grade.GAP, "gap", "summary", "there is a gap"));
    }
    return gaps;
  }

  static SubjectId id(String name) {
    return new SubjectId("house.bpmn#" + name);
  }

  static String name(SubjectId id) {
    return id.value().substring("house.bpmn#".length());
  }

  static String text(BatchItem item) {
    return item.request().facts();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
