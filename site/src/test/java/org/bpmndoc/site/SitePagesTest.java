package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class SitePagesTest {

  private static final String HOSTILE =
      "<script>alert(1)</script> \"><img src=x onerror=alert(2)> \u202Egnp.exe ${7*7} \u2028";

  private Path models = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void folders(@TempDir Path folder) throws IOException {
    models = Files.createDirectory(folder.resolve("models"));
    out = folder.resolve("site");
  }

  @Test
  void every_link_leads_to_a_file_of_the_site() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    assertLinksResolve();
  }

  @Test
  void a_tree_is_open_unless_it_is_long() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    assertThat(read(out.resolve("index.html")).select("details.inside[open]")).isNotEmpty();

    StringBuilder processes = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      processes.append(
          "<process id='p%1$d' name='P %1$d'><subProcess id='s%1$d' name='S %1$d'><task id='t%1$d'/></subProcess></process>"
              .formatted(i));
    }
    write("long.bpmn", processes.toString());
    new SiteWriter()
        .write(new SiteInput("Long", Locale.ENGLISH, Claims.read(models), Map.of()), out);
    assertThat(read(out.resolve("index.html")).select("details.inside")).hasSizeGreaterThan(60);
    assertThat(read(out.resolve("index.html")).select("details.inside[open]")).isEmpty();
  }

  @Test
  void a_page_says_what_the_document_says() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    Document page = page("claim.bpmn#claim");
    assertThat(page.select("h1").text()).isEqualTo("Settle a claim");
    assertThat(page.select(".lead").text()).startsWith("Settling a claim leads");
    assertThat(page.select(".doc > h2").eachText())
        .containsExactly(
            "Steps in flow order",
            "Flow steps",
            "Decisions",
            "Exceptions",
            "User stories",
            "Dependencies",
            "Open questions",
            "Made of",
            "Called by",
            "Findings");
    assertThat(page.select("#doc-flowSteps li").get(3).select("a.ref").eachAttr("href"))
        .containsExactly("../" + Format.HTML.page(new SubjectId("payment.bpmn#payment")));
    assertThat(page.select("#doc-decisions tbody tr")).hasSize(2);
    assertThat(page.select(".criteria li")).hasSize(6);
    assertThat(page.select("[aria-current=page] bdi").eachText()).containsExactly("Settle a claim");
    assertThat(page.select(".provenance").text())
        .contains("claude-haiku-5-5", "anthropic", "batch", "$0.004", "2026-11-24 09:30 UTC");
  }

  @Test
  void a_rule_has_tables_without_empty_columns() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    Document page = page("claim.bpmn#cover");
    assertThat(page.select("#doc-inputs thead th").eachText())
        .containsExactly("Field", "Source", "Type", "Required", "Validation", "On error");
    assertThat(page.select("#doc-outputs thead th").eachText()).doesNotContain("Logging");
    assertThat(page.select("#doc-policy")).isEmpty();
  }

  @Test
  void a_decision_shows_its_table_and_who_asks_it() throws Exception {
    new SiteWriter().write(Claims.input(decisions()), out);

    Document page = page("fees.dmn#Fee");
    assertThat(page.select("h1").text()).isEqualTo("Fee <b>");
    assertThat(page.select("#logic .hint").text()).isEqualTo("The first rule that holds decides.");
    assertThat(page.select("#logic thead th").eachText())
        .containsExactly("Rule", "Zone", "fee", "Note");
    assertThat(page.select("#logic tbody tr").eachText())
        .containsExactly("1 \"inner\" 40", "2 – <i>5</i> Rest", "Otherwise 0");
    assertThat(page.select("#callers li").text()).isEqualTo("Park a car at Find the fee");
    assertThat(page.select("#parts .card-head a").eachAttr("href"))
        .containsExactly("../" + Format.HTML.page(new SubjectId("fees.dmn#Zone")));
    assertThat(page("fees.dmn#Zone").select("#logic pre").text())
        .isEqualTo("if ring < 3 then \"inner\" else \"outer\"");

    Document process = page("park.bpmn#park");
    assertThat(process.select("#parts .card-head").text())
        .startsWith("Fee <b> asked by Find the fee");
    assertThat(read(out.resolve("processes.html")).select(".lines li").eachText())
        .anyMatch(line -> line.startsWith("Fee <b>") && line.endsWith("decision in fees.dmn"));
  }

  private Landscape decisions() throws Exception {
    Files.writeString(
        models.resolve("park.bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:c="urn:vendor">
          <process id="park" name="Park a car">
            <businessRuleTask id="find" name="Find the fee" c:decisionRef="Fee"/>
          </process>
        </definitions>
        """);
    Files.writeString(
        models.resolve("fees.dmn"),
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="urn:fees">
          <decision id="Fee" name="Fee &lt;b>">
            <informationRequirement><requiredDecision href="#Zone"/></informationRequirement>
            <decisionTable hitPolicy="FIRST">
              <input label="Zone"><inputExpression><text>zone</text></inputExpression></input>
              <output name="fee"><defaultOutputEntry><text>0</text></defaultOutputEntry></output>
              <rule><inputEntry><text>"inner"</text></inputEntry>
                <outputEntry><text>40</text></outputEntry></rule>
              <rule><description>Rest</description><inputEntry><text>-</text></inputEntry>
                <outputEntry><text>&lt;i>5&lt;/i></text></outputEntry></rule>
            </decisionTable>
          </decision>
          <decision id="Zone" name="Zone">
            <literalExpression><text>if ring &lt; 3 then "inner" else "outer"</text></literalExpression>
          </decision>
        </definitions>
        """);
    return Claims.read(models);
  }

  @Test
  void a_field_that_no_contract_of_ours_has_is_shown_all_the_same() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    assertThat(page("claim.bpmn#inspect").select("#doc-serviceLevels").text())
        .isEqualTo("Service levels Answer within 5 days Levels Name urgent Steps call visit");
  }

  @Test
  void a_failure_is_never_dressed_up_as_a_document() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    Document failed = page("claim.bpmn#decline");
    assertThat(failed.select(".notice.failed").text())
        .isEqualToIgnoringCase("There is no document: writing it failed " + Claims.BROKEN);
    assertThat(failed.select(".lead, [id^=doc-]")).isEmpty();
    assertThat(failed.select(".provenance").text()).contains("Document none");

    Document blocked = page("complaint.bpmn#hear");
    assertThat(blocked.select(".notice.blocked a").text()).isEqualTo("Talk to the customer");
    assertThat(blocked.select(".lead, [id^=doc-]")).isEmpty();
    assertThat(page("claim.bpmn#remind").select(".notice.not-written")).hasSize(1);

    Document index = read(out.resolve("index.html"));
    assertThat(index.select("#missing > ul > li .standing").eachText())
        .containsExactly("failed", "failed", "blocked", "blocked", "with a gap");
    assertThat(index.select("#missing details li")).hasSize(4);
  }

  @Test
  void a_gap_a_recursion_and_a_call_that_leads_nowhere_are_told() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    assertThat(page("claim.bpmn#claim").select(".notice.gap").text())
        .contains("writing it failed", "Decline with reasons");
    assertThat(page("complaint.bpmn#complaint").select("#parts .remark").eachText())
        .anyMatch(remark -> remark.contains("recursion"))
        .anyMatch(remark -> remark.contains("“ombudsman-procedure”, which no file defines"));
  }

  @Test
  void both_ends_of_a_call_that_closes_a_recursion_name_the_other() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    Document caller = page("complaint.bpmn#complaint");
    Document called = page("claim.bpmn#claim");

    assertThat(caller.select(".notice.note a").eachText()).containsExactly("Settle a claim");
    assertThat(caller.select(".notice.note").text()).contains("That call is not followed");
    assertThat(called.select(".notice.note a").eachText()).containsExactly("Hear a complaint");
    assertThat(called.select(".notice.note").text()).contains("called again from within itself");
    assertThat(called.select("#callers .remark").eachText())
        .containsExactly("closes a recursion; this call is not followed");
  }

  @Test
  void a_draft_without_an_llm_says_so() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    assertThat(page("claim.bpmn#inspect").select(".notice.offline").text())
        .startsWith("Drafted without an LLM");
    assertThat(page("claim.bpmn#claim").select(".notice.offline")).isEmpty();
    assertThat(read(out.resolve("index.html")).select(".notice.offline").text())
        .contains("2 of 8 documents");
  }

  @Test
  void a_file_without_a_diagram_shows_its_flow_instead() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    Document page = page("payment.bpmn#payment");
    assertThat(page.select(".diagram, script[src*=diagram]")).isEmpty();
    assertThat(page.select("#flow li bdi").eachText())
        .containsExactly(
            "Payment due", "Approve the payment", "Transfer the money", "Money transferred");
    assertThat(page("payment.bpmn#approve").select(".undrawn a").attr("href")).endsWith("#flow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-8", "UTF-16", "UTF-16LE"})
  void a_diagram_has_the_letters_of_its_file(String encoding) throws Exception {
    Claims.in(models);
    Path file = models.resolve("complaint.bpmn");
    String xml =
        Files.readString(file).replace("UTF-8", encoding).replace("Read the", "Läs \u00fe");
    Files.write(file, xml.getBytes(Charset.forName(encoding)));
    SiteInput input = Claims.input(Claims.read(models));
    new SiteWriter().write(input, out);
    Subject subject = input.landscape().subject(new SubjectId("complaint.bpmn#file"));
    String script =
        Files.readString(out.resolve(SiteMap.diagram(((Subject.FlowSubject) subject).file())));
    JsonNode data =
        Claims.MAPPER.readTree(script.substring(script.indexOf('(') + 1, script.length() - 3));
    assertThat(data.path("xml").asString())
        .startsWith("\n<bpmn:definitions")
        .contains("Läs þ file");
    assertThat(data.path("pages").path("file").path("name").asString()).isEqualTo("Läs þ file");
  }

  @Test
  void text_from_files_and_models_stays_text() throws Exception {
    hostile();
    for (Path file : pages()) {
      Document page = read(file);
      assertThat(page.select("img, iframe, object, embed, style, form")).isEmpty();
      assertThat(page.select("script:not([src])")).isEmpty();
      assertThat(page.select("script[src]").eachAttr("src"))
          .allMatch(src -> src.matches("(\\.\\./)?(assets|diagrams)/[a-z0-9./-]+\\.js"));
      assertThat(
              page.getAllElements().stream().flatMap(node -> node.attributes().asList().stream()))
          .noneMatch(attribute -> attribute.getKey().startsWith("on"))
          .noneMatch(attribute -> attribute.getKey().equals("style"));
    }
    assertThat(page("a.bpmn#..../../x").select("h1, .lead").eachText())
        .allMatch(text -> text.contains("<script>alert(1)</script>"));
    assertLinksResolve();
  }

  @Test
  void names_of_files_are_safe_and_differ() throws Exception {
    hostile();
    Set<String> folded = new TreeSet<>();
    Pattern safe = Pattern.compile("[a-z0-9][a-z0-9-]{0,80}\\.html");
    for (Path file : pages()) {
      String name = file.getFileName().toString();
      assertThat(name).matches(safe);
      assertThat(folded.add(out.relativize(file).toString().toLowerCase(Locale.ROOT))).isTrue();
    }
    assertThat(FileNames.of("con", "con")).startsWith("con-");
    assertThat(FileNames.of("Äx", "a")).isNotEqualTo(FileNames.of("Äx", "A"));
    assertThat(FileNames.of("\u202E/../", "x")).matches("[0-9a-f]{12}");
  }

  @Test
  void a_page_never_pulls_in_the_whole_landscape() throws Exception {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      tasks.append("<task id=\"t").append(i).append("\" name=\"Task ").append(i).append("\"/>");
    }
    write("big.bpmn", "<process id=\"big\">" + tasks + "</process>");
    for (int i = 0; i < 700; i++) {
      write("p" + i + ".bpmn", "<process id=\"p" + i + "\" name=\"Process " + i + "\"/>");
    }
    Landscape landscape = Claims.read(models);
    new SiteWriter().write(new SiteInput("Large", Locale.ENGLISH, landscape, Map.of()), out);
    assertThat(Files.size(out.resolve("index.html"))).isLessThan(300_000);
    assertThat(Files.size(out.resolve(Format.HTML.page(new SubjectId("big.bpmn#t1000")))))
        .isLessThan(40_000);
    assertThat(out.resolve("processes-3.html")).exists();
    assertThat(read(out.resolve("processes-3.html")).select(".lines > li")).hasSize(201);
  }

  /// Ids like paths and names like code, in files and in a document.
  private void hostile() throws Exception {
    String name = HOSTILE.replace("<", "&lt;").replace("\"", "&quot;");
    write(
        "a.bpmn",
        """
        <process id="..../../x" name="%s"><documentation>%s</documentation>
          <task id="CON" name="%s"/><task id="con" name="%s"/><task id="javascript:alert(1)"/>
          <callActivity id="a b" name="%s" calledElement="%s"/>
        </process>
        """
            .formatted(name, name, name, name, name, name));
    Landscape landscape = Claims.read(models);
    SubjectId id = new SubjectId("a.bpmn#..../../x");
    String text = Claims.MAPPER.writeValueAsString(HOSTILE);
    Map<SubjectId, SubjectState> states = new LinkedHashMap<>();
    states.put(
        id,
        Claims.documented(
            landscape,
            id,
            Claims.MAPPER.readTree(
                """
                {"contract": "feature-goal@1", "content": {"summary": %s,
                 "flowSteps": [{"text": %s, "elements": ["CON"]}], %s: {%s: [%s]},
                 "rules": [{"a": %s}]}}
                """
                    .formatted(text, text, text, text, text, text))));
    states.put(new SubjectId("a.bpmn#CON"), new SubjectState.Failed(HOSTILE));
    new SiteWriter().write(new SiteInput(HOSTILE, Locale.ENGLISH, landscape, states), out);
  }

  private void write(String file, String inside) throws IOException {
    Files.writeString(
        models.resolve(file),
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">"
            + inside
            + "</definitions>");
  }

  private void assertLinksResolve() throws IOException {
    Map<Path, Set<String>> anchors = new LinkedHashMap<>();
    Map<Path, Set<String>> links = new LinkedHashMap<>();
    for (Path file : pages()) {
      Document page = read(file);
      anchors.put(file, Set.copyOf(page.select("[id]").eachAttr("id")));
      Set<String> targets = new TreeSet<>(page.select("[href]").eachAttr("href"));
      targets.addAll(page.select("[src]").eachAttr("src"));
      links.put(file, targets);
    }
    links.forEach((file, targets) -> targets.forEach(target -> check(file, target, anchors)));
  }

  private void check(Path file, String target, Map<Path, Set<String>> anchors) {
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    Path found = path.isEmpty() ? file : file.resolveSibling(path).normalize();
    assertThat(found).as(target).isRegularFile().startsWith(out);
    if (hash >= 0) {
      assertThat(anchors.get(found)).as(target).contains(target.substring(hash + 1));
    }
  }

  private List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private Document page(String subject) throws IOException {
    return read(out.resolve(Format.HTML.page(new SubjectId(subject))));
  }

  private static Document read(Path file) throws IOException {
    return Jsoup.parse(file, "UTF-8");
  }
}
