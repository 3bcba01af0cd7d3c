package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.document.Age;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What grows with a file or with the landscape is limited on a page, and the rest is found from
/// there.
final class LongListsTest {

  private static final SubjectId LONG = new SubjectId("long.bpmn#long");
  private static final SubjectId SHARED = new SubjectId("shared.bpmn#shared");

  private Path models = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void folders(@TempDir Path folder) throws IOException {
    models = Files.createDirectory(folder.resolve("models"));
    out = folder.resolve("site");
  }

  @Test
  void steps_and_parts_go_on_upon_pages_of_their_own() throws Exception {
    write(ofTasks(1_000));
    Document page = page(LONG, "");

    assertThat(page.select("#flow .flow > li[data-step]")).hasSize(200);
    assertThat(page.select("#flow .rest a").text()).isEqualTo("800 more");
    assertThat(page.select("#parts .card")).hasSize(200);
    assertThat(page.select("#parts .rest a").eachAttr("href"))
        .containsExactly("../" + Format.HTML.page(LONG).replace(".html", "-parts-2.html"));
    assertThat(told("flow", "[data-step] a")).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(told("parts", ".card-head a")).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(page(LONG, "-flow-5").select("main .hint").text())
        .isEqualTo("From 801 on, of 1000, page 5 of 5.");
    assertLinksResolve();
  }

  /// The lines of a list from the page of the subject and the pages after it.
  private List<String> told(String list, String line) throws IOException {
    List<String> names = new ArrayList<>(page(LONG, "").select("#" + list + " " + line).eachText());
    for (int number = 2; number <= 5; number++) {
      names.addAll(page(LONG, "-" + list + "-" + number).select("main " + line).eachText());
    }
    return names;
  }

  @Test
  void as_many_lines_as_a_page_has_room_for_need_no_other_page() throws Exception {
    write(ofTasks(SubjectList.LINES_MAX));

    assertThat(page(LONG, "").select(".rest")).isEmpty();
    assertThat(out.resolve(Format.HTML.page(LONG).replace(".html", "-parts-2.html")))
        .doesNotExist();
  }

  @Test
  void what_many_call_names_all_of_them_and_no_page_all_at_once() throws Exception {
    write(callers(450));
    Document page = page(SHARED, "");

    assertThat(page.select("#callers li")).hasSize(200);
    assertThat(page.select("#callers .rest a").text()).isEqualTo("250 more");
    assertThat(page(SHARED, "-callers-2").select("main .lines li")).hasSize(200);
    assertThat(page(SHARED, "-callers-3").select("main .lines li")).hasSize(50);
    assertThat(page.select(".crumbs a").eachText().getLast()).isEqualTo("and 446 more");
    assertThat(page.select(".crumbs a").eachAttr("href").getLast()).endsWith("#callers");
    assertLinksResolve();
  }

  @Test
  void markdown_is_limited_alike() throws Exception {
    Landscape landscape = callers(450);
    new SiteWriter(Format.MARKDOWN).write(documented(landscape, Map.of()), out);
    String path = Format.MARKDOWN.page(SHARED);
    String name = path.replace(Format.SUBJECTS, "");

    assertThat(Files.readString(out.resolve(path)))
        .contains("[250 more](" + name.replace(".md", "-callers-2.md") + ")")
        .contains("[and 446 more](" + name + "#called-by)");
    assertThat(Files.readAllLines(out.resolve(path.replace(".md", "-callers-3.md"))))
        .filteredOn(line -> line.startsWith("- "))
        .hasSize(50);
  }

  @Test
  void ways_and_roles_are_counted_where_they_are_many() throws Exception {
    String ways =
        repeated(80, "<sequenceFlow id='f%1$d' name='Way %1$d' sourceRef='g' targetRef='t%1$d'/>");
    String lanes =
        repeated(30, "<lane id='l%1$d' name='Role %1$d'><flowNodeRef>t%1$d</flowNodeRef></lane>");
    write(process("<laneSet>" + lanes + "</laneSet><exclusiveGateway id='g'/>" + tasks(80) + ways));
    Document page = page(LONG, "");

    assertThat(page.select(".ways li")).hasSize(51);
    assertThat(page.select(".ways li").eachText().getLast()).isEqualTo("and 30 more, in the model");
    assertThat(page.select(".eyebrow bdi").eachText().getLast())
        .isEqualTo("and 18 more, in the model");
  }

  @Test
  void a_wide_table_shows_fewer_rules_and_says_so() throws Exception {
    String inputs =
        repeated(98, "<input id='i%d'><inputExpression><text>a</text></inputExpression></input>");
    String cells = "<inputEntry><text>1</text></inputEntry>".repeat(98);
    String rules = repeated(90, "<rule id='r%d'>" + cells + "</rule>");
    Files.writeString(
        models.resolve("wide.dmn"),
        "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' name='w'>"
            + "<decision id='Wide' name='Wide'><decisionTable>"
            + inputs
            + rules
            + "</decisionTable></decision></definitions>");
    write(callers(1));

    Document page = page(new SubjectId("wide.dmn#Wide"), "");
    assertThat(page.select("#logic tbody tr")).hasSize(50);
    assertThat(page.select("#logic .hint").eachText().getLast())
        .isEqualTo("40 more rules stand in the file.");
  }

  @Test
  void what_a_document_was_written_from_and_without_is_counted_beyond_the_first() throws Exception {
    Landscape landscape = ofTasks(300);
    List<Lineage.Seen> seen =
        landscape.parts(LONG).stream()
            .map(part ->
                new Lineage.Seen(
                    part.subject(), "", Lineage.Fidelity.MISSING, Lineage.Source.NONE, ""))
            .toList();
    List<Finding> findings =
        IntStream.range(0, 300)
            .mapToObj(i -> new Finding(Finding.Grade.NOTE, "a-code", "flowSteps[" + i + "]", "odd"))
            .toList();
    SubjectState.Documented state =
        new SubjectState.Documented(
            new org.bpmndoc.document.Document(
                new Fingerprint("0".repeat(64)),
                new ContractId("feature-goal", 1),
                Claims.MAPPER.createObjectNode().put("summary", "Long."),
                findings,
                new org.bpmndoc.document.Document.Origin(
                    "anthropic",
                    "claude-haiku-5-5",
                    Channel.BATCH,
                    Usage.of(1, 1),
                    Usd.ZERO,
                    Instant.EPOCH,
                    "en")),
            new Lineage(seen),
            Age.CURRENT);
    new SiteWriter().write(documented(landscape, Map.of(LONG, state)), out);
    Document page = page(LONG, "");

    assertThat(page.select(".notice.gap a")).hasSize(10);
    assertThat(page.select(".notice.gap p").eachText().getLast())
        .isEqualTo("and 290 more of its parts");
    assertThat(page.select(".provenance tbody tr")).hasSize(100);
    assertThat(page.select(".provenance summary").text()).isEqualTo("Written from 300 parts");
    assertThat(page.select(".provenance .hint").text())
        .isEqualTo("And 200 more; they are parts of it, too.");
    assertThat(page.select("#findings li")).hasSize(101);
    assertThat(page.select("#findings li").eachText().getLast())
        .isEqualTo("and 200 more; bpmndoc check shows them");
  }

  @Test
  void a_long_text_of_a_file_is_cut() throws Exception {
    write(process("<documentation>" + "a b ".repeat(20_000) + "</documentation>"));

    assertThat(page(LONG, "").select(".model-text").text())
        .hasSizeLessThan(21_000)
        .endsWith("The rest stands in the file.");
  }

  @Test
  void the_first_page_counts_what_it_has_no_room_for() throws Exception {
    write(process(repeated(600, "<subProcess id='s%1$d' name='Inner %1$d'/>")));
    Document index = Jsoup.parse(out.resolve("index.html"), "UTF-8");

    assertThat(index.select("#processes details summary").eachText().getFirst())
        .startsWith("600 inside");
    assertThat(index.select("#processes .hint a").eachText().getLast())
        .isEqualTo("201 more inside");
  }

  private Landscape ofTasks(int tasks) throws IOException {
    return process(tasks(tasks));
  }

  private Landscape process(String content) throws IOException {
    Files.writeString(
        models.resolve("long.bpmn"),
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>"
            + "<process id='long' name='Long'>"
            + content
            + "</process></definitions>");
    return Claims.read(models);
  }

  private static String tasks(int count) {
    return repeated(count, "<userTask id='t%1$d' name='Step %1$d'/>");
  }

  private static String repeated(int count, String pattern) {
    return IntStream.range(0, count)
        .mapToObj(i -> pattern.formatted(i))
        .collect(Collectors.joining());
  }

  private Landscape callers(int count) throws IOException {
    Files.writeString(
        models.resolve("shared.bpmn"),
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>"
            + "<process id='shared' name='Shared'><userTask id='t' name='Do'/></process>"
            + repeated(
                count,
                "<process id='p%1$d' name='Caller %1$d'>"
                    + "<callActivity id='c%1$d' name='Go' calledElement='shared'/></process>")
            + "</definitions>");
    return Claims.read(models);
  }

  private void write(Landscape landscape) throws Exception {
    new SiteWriter().write(documented(landscape, Map.of()), out);
  }

  private static SiteInput documented(
      Landscape landscape, Map<SubjectId, SubjectState> documented) {
    return new SiteInput("Large", Locale.ENGLISH, landscape, new LinkedHashMap<>(documented));
  }

  private Document page(SubjectId subject, String rest) throws IOException {
    String path = Format.HTML.page(subject).replace(".html", rest + ".html");
    return Jsoup.parse(out.resolve(path), "UTF-8");
  }

  private void assertLinksResolve() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        for (String href : Jsoup.parse(file, "UTF-8").select("main a").eachAttr("href")) {
          String path = href.replaceFirst("#.*", "");
          assertThat(path.isEmpty() ? file : file.resolveSibling(path)).as(href).exists();
        }
      }
    }
  }
}
