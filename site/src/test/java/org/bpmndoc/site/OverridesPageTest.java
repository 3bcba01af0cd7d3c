package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.document.Age;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.document.Pseudonyms;
import org.bpmndoc.document.SubjectOverride;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Facts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// What people wrote, on the pages.
final class OverridesPageTest {

  private static final SubjectId CLAIM = new SubjectId("claim.bpmn#claim");
  private static final SubjectId DECLINE = new SubjectId("claim.bpmn#decline");

  @TempDir Path folder;
  private Path models = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void folders() throws IOException {
    models = Files.createDirectory(folder.resolve("models"));
    out = folder.resolve("site");
  }

  private static SubjectOverride override(
      SubjectId subject, String file, String replace, String extend) {
    return new SubjectOverride(subject, file, json(replace), json(extend));
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) Claims.MAPPER.readTree(text);
  }

  private void write(SiteInput input, SubjectOverride override) throws SiteException {
    write(input, input.states(), override);
  }

  private void write(SiteInput input, Map<SubjectId, SubjectState> states, SubjectOverride override)
      throws SiteException {
    new SiteWriter()
        .write(
            new SiteInput(
                input.title(),
                input.language(),
                input.notSpoken(),
                input.landscape(),
                states,
                new Overrides(Map.of(override.subject(), override)),
                input.kinds(),
                Look.PLAIN),
            out);
  }

  private Document page(SubjectId subject) throws IOException {
    return Jsoup.parse(out.resolve(Format.HTML.page(subject)), "UTF-8");
  }

  private static String byline(Document page, String section) {
    Element line = page.selectFirst("#" + section + " > .byline");
    return line == null ? "" : line.text();
  }

  @Test
  void sections_say_which_words_are_whose() throws Exception {
    write(
        Claims.in(models),
        override(
            CLAIM,
            "bpmndoc-overrides/claim.yaml",
            """
            {"summary": "We pay, or we say why not.",
             "dependencies": [{"name": "Money", "kind": "thing", "description": "It is paid.", "elements": []}]}
            """,
            """
            {"openQuestions": [{"text": "Who asks?", "elements": []}, {"text": "When?", "elements": []}]}
            """));

    Document page = page(CLAIM);
    assertThat(page.select(".lead").text()).isEqualTo("We pay, or we say why not.");
    assertThat(page.select(".head .byline").text())
        .isEqualTo("Written by people: bpmndoc-overrides/claim.yaml");
    assertThat(byline(page, "doc-dependencies"))
        .isEqualTo("Written by people: bpmndoc-overrides/claim.yaml");
    assertThat(page.select("section.by-people").eachAttr("id")).containsExactly("doc-dependencies");
    assertThat(byline(page, "doc-openQuestions"))
        .isEqualTo("The last 2 items are written by people: bpmndoc-overrides/claim.yaml");
    assertThat(page.select("#doc-openQuestions li")).hasSize(4);
    assertThat(page.select(".byline")).hasSize(3);
    assertThat(page.select("#findings")).as("they were about the dependencies").isEmpty();
    assertThat(page.select(".provenance").text())
        .contains(
            "bpmndoc-overrides/claim.yaml: replaced “Summary”, “Dependencies”; extended “Open"
                + " questions”");
    assertThat(Jsoup.parse(out.resolve("index.html"), "UTF-8").text())
        .contains("We pay, or we say why not.");
  }

  @Test
  void without_a_document_the_words_are_shown_and_nothing_counts_as_documented() throws Exception {
    SiteInput input = Claims.in(models);
    write(
        input,
        override(
            DECLINE,
            "bpmndoc-overrides/decline.yaml",
            "{\"summary\": \"We say why not.\"}",
            "{\"openQuestions\": [{\"text\": \"To whom?\", \"elements\": []}]}"));

    Document page = page(DECLINE);
    assertThat(page.select(".notice.failed")).hasSize(1);
    assertThat(page.select(".notice.people").text())
        .contains("bpmndoc-overrides/decline.yaml", "The rest has no document.");
    assertThat(page.select(".lead").text()).isEqualTo("We say why not.");
    assertThat(byline(page, "doc-openQuestions"))
        .isEqualTo("Written by people: bpmndoc-overrides/decline.yaml");
    assertThat(page.select(".provenance").text())
        .contains("Document none", "bpmndoc-overrides/decline.yaml");
    Document index = Jsoup.parse(out.resolve("index.html"), "UTF-8");
    assertThat(index.select(".figures .failed dd").text()).isEqualTo("2");
  }

  @Test
  void in_a_document_that_is_stale_only_the_words_of_people_name_elements() throws Exception {
    SiteInput input = Claims.in(models);
    Map<SubjectId, SubjectState> states = new LinkedHashMap<>(input.states());
    SubjectState.Documented written = (SubjectState.Documented) input.state(CLAIM);
    states.put(
        CLAIM,
        new SubjectState.Documented(written.document(), written.lineage(), Age.MODEL_CHANGED));
    String alias =
        Facts.of(input.landscape(), input.landscape().subject(CLAIM))
            .aliases()
            .byElement()
            .getOrDefault("pay", "");

    write(
        input,
        states,
        override(
            CLAIM,
            "bpmndoc-overrides/claim.yaml",
            "{}",
            "{\"flowSteps\": [{\"text\": \"We pay.\", \"elements\": [\"%s\"]}]}".formatted(alias)));

    assertThat(page(CLAIM).select(".notice.stale")).hasSize(1);
    assertThat(page(CLAIM).select("#doc-flowSteps li:last-child .ref")).hasSize(1);
    assertThat(page(CLAIM).select(".doc .ref")).hasSize(1);
  }

  @Test
  void a_document_that_is_stale_names_the_elements_that_its_aliases_meant() throws Exception {
    SiteInput input = Claims.in(models);
    SubjectState.Documented written = (SubjectState.Documented) input.state(CLAIM);
    Map<String, String> now =
        Facts.of(input.landscape(), input.landscape().subject(CLAIM)).aliases().elementIds();
    Map<String, String> then = new LinkedHashMap<>();
    now.keySet().forEach(alias -> then.put(alias, "pay"));
    Map<SubjectId, SubjectState> states = new LinkedHashMap<>(input.states());
    states.put(
        CLAIM,
        new SubjectState.Documented(
            written.document(),
            new Lineage(
                written.lineage().children(), Pseudonyms.NONE, written.lineage().own(), then),
            Age.MODEL_CHANGED));

    write(
        input,
        states,
        override(CLAIM, "bpmndoc-overrides/claim.yaml", "{\"summary\": \"Ours.\"}", "{}"));

    assertThat(page(CLAIM).select(".notice.stale").text()).contains("gone are not linked");
    assertThat(Set.copyOf(page(CLAIM).select("#doc-flowSteps .ref").eachText())).hasSize(1);
  }

  @Test
  void hostile_words_and_file_names_are_text() throws Exception {
    String hostile = "<img src=x onerror=alert(1)>";
    write(
        Claims.in(models),
        override(
            CLAIM,
            "bpmndoc-overrides/" + hostile + ".yaml",
            Claims.MAPPER.createObjectNode().put("summary", hostile).toString(),
            "{}"));

    assertThat(page(CLAIM).select("img")).isEmpty();
    assertThat(page(CLAIM).select(".lead").text()).isEqualTo(hostile);
    assertThat(page(CLAIM).select(".byline").text()).contains(hostile);
  }
}
