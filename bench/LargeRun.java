import java.math.BigDecimal;
import org.bpmndoc.plan.TokenEstimate;
import org.bpmndoc.plan.Prices;
import org.bpmndoc.plan.Planner;
import org.bpmndoc.plan.Needs;
import org.bpmndoc.plan.LatencyModel;
import org.bpmndoc.plan.Outlook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.batch.BatchSnapshot;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Aliases;
import org.bpmndoc.prompt.Child;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.run.RunLog;
import org.bpmndoc.run.RunSettings;
import org.bpmndoc.run.Scheduler;
import org.bpmndoc.run.VirtualThreadCalls;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A whole run of 100,000 subjects whose answers have 10 KB, over a real state on the disk, with a
/// provider that makes its answers up as they are read: what is measured is the run.
final class LargeRun {

  private static final int SUBJECTS = 100_000;
  private static final int CHILDREN = 10;
  private static final String WORDS = "x".repeat(10_000);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Contract CONTRACT =
      new Contract(
          new ContractId("epic", 1), "Epic", "Write.", JSON.createObjectNode(), 3_000);

  private LargeRun() {}

  public static void main(String[] args) throws Exception {
    List<SubjectId> subjects = new ArrayList<>();
    for (int i = 0; i < SUBJECTS; i++) {
      subjects.add(new SubjectId("large.bpmn#s" + i));
    }
    // Subject n is made of the ten from 10 n + 1 on, as far as there are so many.
    DependencyGraph<SubjectId> graph =
        DependencyGraph.of(
            subjects,
            subject -> {
              int first = number(subject) * CHILDREN + 1;
              return first >= SUBJECTS
                  ? List.of()
                  : subjects.subList(first, Math.min(SUBJECTS, first + CHILDREN));
            });
    Instant start = Instant.now();
    try (State state = State.open(new StateAddress.Folder(Path.of(args[0])));
        VirtualThreadCalls calls =
            new VirtualThreadCalls(
                _ -> {
                  throw new IllegalStateException("everything goes by batch");
                },
                1,
                InstantSource.system())) {
      RunLog log = new RunLog(state.journal(), "large", RunState.of(List.of()), (_, _) -> {});
      log.record(
          new Entry.RunStarted(
              Instant.now(),
              "made-up",
              "made-up",
              new BigDecimal("0.5"),
              "en",
              "multi-stage",
              Optional.empty(),
              Optional.empty(),
              false,
              false));
      Scheduler.Ports ports =
          new Scheduler.Ports(
              new MadeUp(),
              calls,
              _ -> 0,
              state.documents(),
              LargeRun::render,
              (_, _, text) -> new Checked.Accepted(JSON.readTree(text), List.of()),
              (_, usage, _) -> new Usd(BigDecimal.valueOf(usage.outputTokens(), 6)),
              new Outlook<>(
                  new Planner<>(
                      graph,
                      _ -> true,
                      Needs.of(
                          _ -> new TokenEstimate(0, 1),
                          Prices.builtIn().model("claude-haiku-5-5")),
                      LatencyModel.DEFAULT)),
              InstantSource.system());
      RunState end =
          new Scheduler(graph, ports, log, settings()).run();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "%,d subjects documented in %d s, %d batches; heap at most %,d MB, in use at the end %,d MB%n",
          end.subjects().size(),
          Duration.between(start, Instant.now()).toSeconds(),
          end.batches().size(),
          runtime.maxMemory() >> 20,
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
  }

  private static int number(SubjectId subject) {
    return Integer.parseInt(subject.value().substring("large.bpmn#s".length()));
  }

  private static RunSettings settings() {
    return RunSettings.DEFAULT.withPoll(Duration.ofMillis(1)).withListDelay(Duration.ZERO);
  }

  /// A kilobyte of facts, and the summaries of the children.
  private static Rendering render(SubjectId subject, Map<SubjectId, Child> children) {
    StringBuilder text = new StringBuilder(subject.value()).append(WORDS, 0, 1_000);
    List<Lineage.Seen> seen = new ArrayList<>();
    children.forEach((child, what) -> {
      Child.Written written = (Child.Written) what;
      text.append(written.document().summary());
      seen.add(
          new Lineage.Seen(
              child,
              hash(written.document().summary()),
              Lineage.Fidelity.FULL,
              written.source(),
              ""));
    });
    Request request =
        new Request("made-up", "Write.", text.toString(), JSON.createObjectNode(), 3_000);
    return new Rendering(
        request,
        new Fingerprint(hash(text.toString())),
        CONTRACT,
        new Lineage(seen),
        new Aliases(Map.of()),
        3_000,
        1_000_000);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Knows of each batch which custom ids it has, as a provider would, and nothing else.
  private static final class MadeUp implements BatchApi {
    private final Map<String, List<String>> batches = new LinkedHashMap<>();

    @Override
    public BatchSnapshot create(List<BatchItem> items) {
      String id = "batch_" + (batches.size() + 1);
      batches.put(id, items.stream().map(item -> item.id().value()).toList());
      return retrieve(id);
    }

    @Override
    public BatchSnapshot retrieve(String id) {
      Instant now = Instant.now();
      return new BatchSnapshot(
          id, batches.getOrDefault(id, List.of()).size(), now, now, Optional.of(now));
    }

    @Override
    public int results(String id, Consumer<Result> sink) {
      for (String customId : batches.getOrDefault(id, List.of())) {
        ObjectNode content = JSON.createObjectNode().put("summary", "of " + customId);
        content.put("text", WORDS);
        sink.accept(
            new Result(
                customId,
                new Outcome.Succeeded(
                    content.toString(), Outcome.Stop.END_TURN, Usage.of(300, 2_500), "made-up")));
      }
      return 0;
    }

    @Override
    public List<BatchSnapshot> list(Optional<String> after) {
      return List.of();
    }

    @Override
    public BatchSnapshot cancel(String id) {
      return retrieve(id);
    }

    @Override
    public void delete(String id) {
      batches.remove(id);
    }
  }
}
