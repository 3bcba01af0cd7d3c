package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.document.Age;
import org.bpmndoc.landscape.SubjectId;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListItem;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarkdownPagesTest {

  private final SiteWriter writer = new SiteWriter(Format.MARKDOWN);
  private Path models = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void folders(@TempDir Path folder) throws IOException {
    models = Files.createDirectory(folder.resolve("models"));
    out = folder.resolve("markdown");
  }

  @Test
  void every_subject_has_a_file_and_every_link_leads_somewhere() throws Exception {
    SiteInput input = Claims.in(models);
    SiteSummary summary = writer.write(input, out);

    assertThat(summary.pages()).isEqualTo(input.landscape().subjects().size() + 2);
    assertThat(pages()).hasSize(summary.pages());
    assertLinksResolve();
  }

  @Test
  void a_page_says_what_the_document_says() throws Exception {
    writer.write(Claims.in(models), out);
    MarkdownReader page = page("claim.bpmn#claim");

    assertThat(page.headings().getFirst().getLevel()).isEqualTo(1);
    assertThat(page.text(page.headings().getFirst())).isEqualTo("Settle a claim");
    assertThat(page.titles())
        .containsExactly(
            "Who calls whom",
            "Flow steps",
            "Decisions",
            "Exceptions",
            "User stories",
            "Dependencies",
            "Open questions",
            "Steps in flow order",
            "Made of",
            "Called by",
            "Findings",
            "Where this comes from");
    assertThat(page.text())
        .contains("Settling a claim leads")
        .contains("claude-haiku-5-5, anthropic", "2026-11-24 09:30 UTC", "$0.004");
    assertThat(page.links())
        .contains(file("payment.bpmn#payment"), "#dependencies", "../README.md");
  }

  @Test
  void both_formats_say_the_same() throws Exception {
    SiteInput input = Claims.in(models);
    writer.write(input, out);
    Path site = out.resolveSibling("site");
    new SiteWriter().write(input, site);
    for (SubjectId subject : input.landscape().subjects().keySet()) {
      String markdown = words(page(subject.value()).text());
      var html = Jsoup.parse(site.resolve(Format.HTML.page(subject)), "UTF-8");
      List<String> said =
          html.select(
                  "h1, h2, .lead, .notice p, .doc p, .doc td > span, .story strong, .criteria li")
              .not(".card-head, .hint, .undrawn")
              .eachText();
      assertThat(said).isNotEmpty();
      said.forEach(text -> assertThat(markdown).as(subject.value()).contains(words(text)));
    }
  }

  @Test
  void a_failure_is_never_dressed_up_as_a_document() throws Exception {
    writer.write(Claims.in(models), out);
    MarkdownReader failed = page("claim.bpmn#decline");

    assertThat(failed.values()).containsEntry("status", "failed").doesNotContainKey("model");
    assertThat(failed.text(failed.all(BlockQuote.class).getFirst()))
        .startsWith("[!CAUTION] There is no document: writing it failed")
        .containsIgnoringCase(Claims.BROKEN);
    assertThat(failed.titles()).containsExactly("Where this comes from");

    MarkdownReader blocked = page("complaint.bpmn#hear");
    assertThat(blocked.values()).containsEntry("status", "blocked");
    assertThat(blocked.text(blocked.all(BlockQuote.class).getFirst()))
        .contains("waits for one of its parts", "Talk to the customer");
    assertThat(page("claim.bpmn#remind").values()).containsEntry("status", "not-written");
    assertThat(page("claim.bpmn#claim").values()).containsEntry("status", "degraded");

    MarkdownReader first = read(out.resolve("README.md"));
    assertThat(first.titles()).contains("What is missing", "Not written yet");
    assertThat(first.text()).contains("failed Decline with reasons", "waits for “");
  }

  @Test
  void what_programs_want_to_know_stands_before_the_page() throws Exception {
    SiteInput input = Claims.in(models);
    Map<SubjectId, SubjectState> states = new LinkedHashMap<>(input.states());
    states.computeIfPresent(
        new SubjectId("claim.bpmn#cover"),
        (_, state) ->
            state instanceof SubjectState.Documented written
                ? new SubjectState.Documented(
                    written.document(), written.lineage(), Age.MODEL_CHANGED)
                : state);
    writer.write(new SiteInput("Claims", Locale.ENGLISH, input.landscape(), states), out);

    assertThat(page("claim.bpmn#cover").values())
        .containsEntry("title", "Assess the cover")
        .containsEntry("kind", "Business Rule")
        .containsEntry("type", "business rule task")
        .containsEntry("process", "Settle a claim")
        .containsEntry("file", "claim.bpmn")
        .containsEntry("element", "cover")
        .containsEntry("status", "stale")
        .containsEntry("written", "2026-11-24T09:30:00Z")
        .containsEntry("language", "en")
        .containsKeys("model", "fingerprint");
  }

  @Test
  void who_calls_whom_is_drawn() throws Exception {
    writer.write(Claims.in(models), out);

    assertThat(drawing(read(out.resolve("README.md"))))
        .startsWith("flowchart LR\n")
        .contains("Settle a claim", "Hear a complaint", "-.->|recursion|");
    assertThat(drawing(page("payment.bpmn#payment")))
        .contains("Settle a claim", "payment")
        .doesNotContain("Hear a complaint");
    assertThat(page("claim.bpmn#cover").all(FencedCodeBlock.class)).isEmpty();
  }

  @Test
  void a_drawing_of_a_large_landscape_stays_one_that_can_be_shown() throws Exception {
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      calls.append("<callActivity id=\"c" + i + "\" calledElement=\"p" + i + "\"/>");
      process("p" + i, "Process " + "&#128512;".repeat(400) + i, "");
    }
    process("top", "Top", calls.toString());
    writer.write(new SiteInput("Large", Locale.ENGLISH, Claims.read(models), Map.of()), out);

    for (Path file : List.of(out.resolve("README.md"), file(new SubjectId("top.bpmn#top")))) {
      assertThat(drawing(read(file)).contains("[\"Top<br>")).isTrue();
      assertThat(drawing(read(file)).length()).isBetween(5_000, 40_000);
    }
    assertThat(read(out.resolve("README.md")).text()).contains("more call or are called");
    assertThat(out.resolve("processes-2.md")).exists();
    assertLinksResolve();
  }

  @Test
  void where_everybody_calls_everybody_a_part_of_it_is_drawn() throws Exception {
    String calls =
        IntStream.range(0, 25)
            .mapToObj(i -> "<callActivity id=\"c%d\" calledElement=\"p%d\"/>".formatted(i, i))
            .collect(Collectors.joining());
    for (int i = 0; i < 25; i++) {
      process("p" + i, "Process " + i, calls);
    }
    writer.write(new SiteInput("Tangle", Locale.ENGLISH, Claims.read(models), Map.of()), out);

    long edges =
        drawing(read(out.resolve("README.md"))).lines().filter(l -> l.contains("->")).count();
    assertThat(edges).isBetween(50L, 300L);
  }

  @Test
  void a_decision_shows_its_table() throws Exception {
    Files.writeString(
        models.resolve("fees.dmn"),
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="urn:fees">
          <decision id="Fee" name="Fee &lt;b>">
            <informationRequirement><requiredDecision href="#Zone"/></informationRequirement>
            <decisionTable hitPolicy="FIRST">
              <input label="Zone | ring"><inputExpression><text>zone</text></inputExpression></input>
              <output name="fee"><defaultOutputEntry><text>0</text></defaultOutputEntry></output>
              <rule><inputEntry><text>"inner"</text></inputEntry>
                <outputEntry><text>40 | 50</text></outputEntry></rule>
              <rule><description>Rest</description><inputEntry><text>-</text></inputEntry>
                <outputEntry><text>&lt;i>5&lt;/i></text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision id="Zone" name="Zone">
            <literalExpression><text>if ring &lt; 3
              then "inner" else "outer"</text></literalExpression>
          </decision>
        </definitions>
        """);
    process(
        "park",
        "Park a car",
        "<businessRuleTask id=\"find\" name=\"Find\" x:decisionRef=\"Fee\"/>");
    writer.write(Claims.input(Claims.read(models)), out);

    MarkdownReader page = page("fees.dmn#Fee");
    assertThat(page.text()).contains("The first rule that holds decides.");
    assertThat(page.all(TableRow.class).stream().map(page::text))
        .containsExactly(
            "Rule Zone | ring fee Note", "1 \"inner\" 40 | 50", "2 – <i>5</i> Rest", "Otherwise 0");
    assertThat(page.titles()).contains("How it decides", "Requires", "Asked by");
    MarkdownReader zone = page("fees.dmn#Zone");
    assertThat(zone.all(FencedCodeBlock.class).getFirst().getLiteral()).startsWith("if ring < 3\n");
    assertLinksResolve();
  }

  @Test
  void a_file_without_a_diagram_shows_its_flow() throws Exception {
    writer.write(Claims.in(models), out);
    MarkdownReader page = page("payment.bpmn#payment");

    assertThat(page.titles()).contains(Steps.TITLE);
    assertThat(page.all(ListItem.class).stream().map(page::text))
        .contains("Approve the payment · user task", "Money transferred · end event");
  }

  @Test
  void a_page_leads_to_what_comes_before_and_after_it() throws Exception {
    writer.write(Claims.in(models), out);

    assertThat(page("claim.bpmn#remind").text())
        .contains("← Record the claim", "Assess the cover →");
  }

  @Test
  void text_from_files_models_and_people_stays_text() throws Exception {
    writer.write(HostileClaims.in(models), out);

    for (Path file : pages()) {
      assertThat(read(file).foreign()).as(file.toString()).isEmpty();
    }
    MarkdownReader page = page(HostileClaims.CLAIM.value());
    assertThat(page.text()).contains(HostileClaims.ALL);
    assertThat(page.text()).contains("People say: ", "The last item is written by people:");
    assertThat(page.values().get("title")).asString().contains(HostileClaims.ALL);
    assertLinksResolve();
  }

  @Test
  void the_same_input_gives_the_same_bytes_and_only_what_changed_is_written(@TempDir Path other)
      throws Exception {
    SiteInput input = Claims.in(models);
    SiteSummary first = writer.write(input, out);
    writer.write(Claims.input(Claims.read(models)), other);

    assertThat(contents(other)).isEqualTo(contents(out));
    assertThat(contents(out).values()).allMatch(text -> text.endsWith("\n"));
    assertThat(writer.write(input, out))
        .isEqualTo(new SiteSummary(first.pages(), 0, first.written(), 0));
    assertThat(contents(out)).containsKey("bpmndoc-markdown.txt");
  }

  @Test
  void a_folder_of_the_other_format_is_refused() throws Exception {
    SiteInput input = Claims.in(models);
    writer.write(input, out);

    assertThatThrownBy(() -> new SiteWriter().write(input, out))
        .isInstanceOf(SiteException.class)
        .hasMessageContaining("found other files and no bpmndoc-site.txt");
  }

  private void process(String id, String name, String inside) throws IOException {
    Files.writeString(
        models.resolve(id + ".bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:vendor">
          <process id="%s" name="%s">%s</process>
        </definitions>
        """
            .formatted(id, name, inside));
  }

  private void assertLinksResolve() throws IOException {
    for (Path file : pages()) {
      for (String link : read(file).links()) {
        String[] parts = link.split("#", 2);
        Path found = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        assertThat(found).as("%s in %s", link, file).isRegularFile().startsWith(out);
        if (parts.length > 1) {
          assertThat(read(found).anchors()).as("%s in %s", link, file).contains(parts[1]);
        }
      }
    }
  }

  private static String words(String text) {
    return text.replaceAll("\\W+", " ").strip();
  }

  private static String drawing(MarkdownReader page) {
    return page.all(FencedCodeBlock.class).getFirst().getLiteral();
  }

  private MarkdownReader page(String subject) throws IOException {
    return read(file(new SubjectId(subject)));
  }

  private Path file(SubjectId subject) {
    return out.resolve(Format.MARKDOWN.page(subject));
  }

  private static String file(String subject) {
    return Format.MARKDOWN.page(new SubjectId(subject)).substring("subjects/".length());
  }

  private static MarkdownReader read(Path file) throws IOException {
    return MarkdownReader.of(Files.readString(file));
  }

  private List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
