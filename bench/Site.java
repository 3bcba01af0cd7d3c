import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bpmndoc.document.Age;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.site.SiteInput;
import org.bpmndoc.site.SiteSummary;
import org.bpmndoc.site.SiteWriter;
import org.bpmndoc.site.SubjectState;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the site of a made-up landscape twice and says how long that took and how large it is:
/// `java Site.java DIR AREAS TASKS`.
///
/// An area has twelve processes: one calls three, each of which calls two or three more and the same
/// two that all areas share. Each process has TASKS tasks, a diagram, and a document, as its tasks do.
final class Site {

  private static final String WORDS =
      "Check the order against what was agreed, and hand it on to whoever has to approve it. ";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"(assets/[^\"]+)\"");

  private Site() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    models(folder.resolve("models"), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Landscape landscape = new LandscapeReader().read(folder.resolve("models"));
    SiteInput input = new SiteInput("Made up", Locale.ENGLISH, landscape, states(landscape));
    Path out = folder.resolve("site");
    long processes =
        landscape.subjects().values().stream()
            .filter(Subject.ProcessSubject.class::isInstance)
            .count();
    System.out.printf(
        Locale.ROOT, "%,d subjects, %,d processes%n", landscape.subjects().size(), processes);
    SiteSummary written = timed("written", input, out);
    timed("again, unchanged", input, out);
    print(out, written);
  }

  private static SiteSummary timed(String words, SiteInput input, Path out) throws Exception {
    long start = System.nanoTime();
    SiteSummary summary = new SiteWriter().write(input, out);
    System.out.printf(
        Locale.ROOT,
        "  %s: %.1f s, %,d files written%n",
        words,
        (System.nanoTime() - start) / 1e9,
        summary.written());
    return summary;
  }

  private static void print(Path out, SiteSummary summary) throws IOException {
    Map<Path, Long> sizes = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sizes.put(out.relativize(file), Files.size(file));
      }
    }
    long total = sizes.values().stream().mapToLong(Long::longValue).sum();
    System.out.printf(
        Locale.ROOT, "  files: %,d, of them pages: %,d; %,d kB%n", sizes.size(), summary.pages(), total / 1000);
    Path index = Path.of("index.html");
    long loaded = sizes.getOrDefault(index, 0L);
    Matcher link = LOADED.matcher(Files.readString(out.resolve(index)));
    while (link.find()) {
      loaded += sizes.getOrDefault(Path.of(link.group(1)), 0L);
    }
    System.out.printf(
        Locale.ROOT, "  index.html: %,d kB, with what it loads %,d kB%n", sizes.get(index) / 1000, loaded / 1000);
    List<Path> pages = sizes.keySet().stream().filter(file -> file.toString().endsWith(".html")).toList();
    Path largest = pages.stream().max(Comparator.comparing(sizes::get)).orElse(index);
    System.out.printf(
        Locale.ROOT,
        "  pages: %,d kB on average, the largest %s with %,d kB%n",
        (long) pages.stream().mapToLong(sizes::get).average().orElse(0) / 1000,
        largest,
        sizes.get(largest) / 1000);
    List<Path> maps = pages.stream().filter(page -> page.toString().startsWith("map")).toList();
    System.out.printf(
        Locale.ROOT,
        "  map: %,d pages, the largest with %,d kB%n",
        maps.size(),
        maps.stream().mapToLong(sizes::get).max().orElse(0) / 1000);
  }

  private static void models(Path folder, int areas, int tasks) throws IOException {
    Files.createDirectories(folder);
    for (String shared : List.of("notify", "archive")) {
      process(folder, shared, tasks, List.of());
    }
    for (int area = 0; area < areas; area++) {
      String name = "area-%04d".formatted(area);
      process(folder, name, tasks, List.of(name + "-a", name + "-b", name + "-c"));
      process(folder, name + "-a", tasks, List.of(name + "-a1", name + "-a2", name + "-a3", "notify"));
      process(folder, name + "-b", tasks, List.of(name + "-b1", name + "-b2", name + "-b3", "archive"));
      process(folder, name + "-c", tasks, List.of(name + "-c1", name + "-c2", "notify", "archive"));
      for (String leaf : List.of("-a1", "-a2", "-a3", "-b1", "-b2", "-b3", "-c1", "-c2")) {
        process(folder, name + leaf, tasks, List.of());
      }
    }
  }

  private static void process(Path folder, String name, int tasks, List<String> called) throws IOException {
    StringBuilder flow = new StringBuilder();
    StringBuilder shapes = new StringBuilder();
    int steps = 0;
    for (int task = 0; task < tasks; task++) {
      flow.append("<userTask id='t%d' name='Step %d of %s'/>".formatted(task, task + 1, name));
      shapes.append(shape("t" + task, steps++));
    }
    for (String target : called) {
      flow.append("<callActivity id='c%d' name='Go on with %s' calledElement='%s'/>".formatted(steps, target, target));
      shapes.append(shape("c" + steps, steps++));
    }
    Files.writeString(
        folder.resolve(name + ".bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
          <process id="%1$s" name="Take care of %1$s">%2$s</process>
          <di:BPMNDiagram id="d"><di:BPMNPlane id="p" bpmnElement="%1$s">%3$s</di:BPMNPlane></di:BPMNDiagram>
        </definitions>
        """
            .formatted(name, flow, shapes));
  }

  private static String shape(String element, int step) {
    return "<di:BPMNShape id='%s_di' bpmnElement='%s'><dc:Bounds x='%d' y='80' width='100' height='80'/></di:BPMNShape>"
        .formatted(element, element, 150 * step);
  }

  private static Map<SubjectId, SubjectState> states(Landscape landscape) {
    Map<SubjectId, SubjectState> states = new LinkedHashMap<>();
    for (Subject subject : landscape.subjects().values()) {
      boolean leaf = subject instanceof Subject.TaskSubject;
      ObjectNode content = JSON.createObjectNode();
      content.put("summary", WORDS.repeat(3));
      ArrayNode steps = content.putArray(leaf ? "acceptanceCriteria" : "flowSteps");
      for (int i = 0; i < 8; i++) {
        steps.addObject().put("text", WORDS).putArray("elements").add("e" + (i + 1));
      }
      Document document =
          new Document(
              new Fingerprint(CanonicalJson.digest(JSON.getNodeFactory().stringNode(subject.id().value()))),
              new ContractId(leaf ? "epic" : "feature-goal", 1),
              content,
              List.of(),
              new Document.Origin(
                  "made-up", "made-up", Channel.BATCH, Usage.of(3_000, 900), Usd.of("0.004"), Instant.EPOCH, "en"));
      Lineage lineage =
          new Lineage(
              landscape.parts(subject.id()).stream()
                  .map(part ->
                      new Lineage.Seen(
                          part.subject(),
                          CanonicalJson.digest(JSON.getNodeFactory().stringNode(part.subject().value())),
                          Lineage.Fidelity.FULL,
                          Lineage.Source.THIS_RUN,
                          ""))
                  .toList());
      states.put(subject.id(), new SubjectState.Documented(document, lineage, Age.CURRENT));
    }
    return states;
  }
}
