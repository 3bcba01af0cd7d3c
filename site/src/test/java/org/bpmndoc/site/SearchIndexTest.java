package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.document.Age;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class SearchIndexTest {

  private static final int FIRST_PAGE_MAX = 300 * 1024;

  @TempDir private Path models = Path.of("");

  @Test
  void every_subject_is_there_with_its_name_and_where_it_stands() throws Exception {
    SiteInput input = Claims.in(models);
    ObjectNode entries = entries(input);
    assertThat(entries).hasSize(input.landscape().subjects().size());
    assertThat(entries.required("claim.bpmn#visit").toString())
        .contains(
            "\"name\":\"Visit the place\"",
            "\"type\":\"user task\"",
            "\"place\":\"Settle a claim › Inspect the damage\"",
            "\"roles\":[\"Claims expert\",\"Claims department\"]");
    assertThat(entries.required("claim.bpmn#claim").path("kind").asString())
        .isEqualTo("Feature Goal");
    assertThat(entries.required("claim.bpmn#claim").path("summary").asString())
        .isEqualTo(
            "Settling a claim leads from the customer's first notice to a payment or to a reasoned"
                + " no.");
    assertThat(entries.required("claim.bpmn#claim").path("href").asString())
        .isEqualTo(Format.HTML.page(new SubjectId("claim.bpmn#claim")));
  }

  @Test
  void what_a_reader_should_know_before_opening_a_page_is_said() throws Exception {
    SiteInput claims = Claims.in(models);
    Map<SubjectId, SubjectState> states = new LinkedHashMap<>(claims.states());
    states.computeIfPresent(
        new SubjectId("claim.bpmn#record"),
        (_, state) ->
            state instanceof SubjectState.Documented written
                ? new SubjectState.Documented(
                    written.document(), written.lineage(), Age.MODEL_CHANGED)
                : state);
    ObjectNode entries =
        entries(new SiteInput("Claims", Locale.ENGLISH, claims.landscape(), states));
    assertThat(entries.required("claim.bpmn#record").path("standing").asString())
        .isEqualTo("stale");
    assertThat(entries.required("claim.bpmn#decline").path("standing").asString())
        .isEqualTo("failed");
    assertThat(entries.required("complaint.bpmn#hear").path("standing").asString())
        .isEqualTo("blocked");
    assertThat(entries.required("claim.bpmn#cover").path("standing").asString()).isEmpty();
  }

  @Test
  void the_text_of_a_document_is_there_with_the_section_where_it_stands() throws Exception {
    SiteInput input = Claims.in(models);
    List<SearchText.Passage> passages = text(input, "claim.bpmn#claim");
    assertThat(passages.stream().map(SearchText.Passage::anchor))
        .containsExactly(
            "flow",
            "doc-flowSteps",
            "doc-decisions",
            "doc-exceptions",
            "doc-userStories",
            "doc-dependencies",
            "doc-openQuestions");
    assertThat(passages.getFirst().pieces())
        .contains("Claim received", "Covered? · yes · no", "No answer for two days")
        .doesNotContain("Record the claim");
    assertThat(passages.get(2).pieces())
        .contains(
            "Does the policy cover the damage?",
            "The assessment finds the damage covered · The damage is inspected and the claim is"
                + " paid.");
    assertThat(passages.getLast().pieces())
        .contains("What happens to a claim that is covered only in part?");
  }

  @Test
  void every_passage_leads_to_a_place_on_its_page() throws Exception {
    SiteInput input = HostileClaims.in(models);
    Map<String, SiteFile> files = files(input);
    for (SubjectId id : input.landscape().subjects().keySet()) {
      Document page = html(files, Format.HTML.page(id));
      for (SearchText.Passage passage : text(input, id.value())) {
        assertThat(page.getElementById(passage.anchor())).as(id + " " + passage).isNotNull();
      }
    }
  }

  @Test
  void what_looks_like_code_is_a_text_in_it() throws Exception {
    SiteInput input = HostileClaims.in(models);
    assertThat(entries(input).required(HostileClaims.CLAIM.value()).path("name").asString())
        .contains(HostileClaims.ALL);
    assertThat(text(files(input), "search/texts-1.js")).startsWith("bpmndocSearch.texts(0,[[[\"");
  }

  @Test
  void no_page_loads_what_is_looked_through() throws Exception {
    Map<String, SiteFile> files = files(Claims.in(models));
    for (SiteFile file : files.values()) {
      if (Format.HTML.isPage(file.path())) {
        assertThat(referred(html(files, file.path())))
            .noneMatch(path -> path.contains("search/") || path.contains("minisearch"))
            .anyMatch(path -> path.endsWith("assets/search.js"));
      }
    }
  }

  @Test
  void the_first_page_of_two_thousand_subjects_is_light() throws Exception {
    SiteInput input = large(100, 19);
    assertThat(input.landscape().subjects()).hasSize(2000);
    Map<String, SiteFile> files = files(input);
    assertThat(files.keySet()).contains("search/names.js", "search/texts-10.js");
    Document index = html(files, "index.html");
    int bytes = bytes(files, "index.html");
    for (String path : referred(index)) {
      bytes += bytes(files, path);
    }
    assertThat(bytes).isLessThan(FIRST_PAGE_MAX);
  }

  /// Processes of so many tasks each, all of them documented; the first calls the others.
  private SiteInput large(int processes, int tasks) throws Exception {
    for (int process = 0; process < processes; process++) {
      String number = String.format(Locale.ROOT, "%03d", process);
      String calls =
          IntStream.range(1, process == 0 ? processes : 0)
              .mapToObj(called ->
                  "<callActivity id=\"c%03d\" calledElement=\"p%03d\"/>".formatted(called, called))
              .collect(Collectors.joining());
      String work =
          IntStream.range(0, tasks)
              .mapToObj("<userTask id=\"t%1$d\" name=\"Look at paper %1$d of many\"/>"::formatted)
              .collect(Collectors.joining());
      Files.writeString(
          models.resolve("file-" + number + ".bpmn"),
          """
          <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
            <process id="p%s" name="Handle the papers of drawer %s">%s%s</process>
          </definitions>
          """
              .formatted(number, number, calls, work));
    }
    Landscape landscape = Claims.read(models);
    JsonNode said =
        Claims.MAPPER.readTree(
            """
            {
              "contract": "epic@1",
              "content": {
                "summary": "Somebody looks at a paper, and what is on it decides what is done next.",
                "flowSteps": [{"text": "The paper is taken out of its drawer.", "elements": []}]
              }
            }
            """);
    Map<SubjectId, SubjectState> states = new LinkedHashMap<>();
    landscape
        .subjects()
        .keySet()
        .forEach(id -> states.put(id, Claims.documented(landscape, id, said)));
    return new SiteInput("Papers", Locale.ENGLISH, landscape, states);
  }

  private static Map<String, SiteFile> files(SiteInput input) {
    return SiteFiles.of(input).stream()
        .collect(Collectors.toMap(SiteFile::path, Function.identity()));
  }

  private static List<SearchText.Passage> text(SiteInput input, String subject) {
    return SearchText.of(
        new SiteMap(input, Format.HTML), input.landscape().subject(new SubjectId(subject)));
  }

  /// By the id of the subject.
  private static ObjectNode entries(SiteInput input) throws Exception {
    String script = text(files(input), SearchIndex.NAMES);
    assertThat(script).startsWith("bpmndocSearch.entries(").endsWith(");\n");
    JsonNode names =
        Claims.MAPPER.readTree(
            script.substring("bpmndocSearch.entries(".length(), script.length() - 3));
    ObjectNode entries = Claims.MAPPER.createObjectNode();
    names
        .required("rows")
        .forEach(row -> {
          ObjectNode entry = Claims.MAPPER.createObjectNode();
          for (int i = 0; i < row.size(); i++) {
            entry.set(names.required("fields").get(i).asString(), row.get(i));
          }
          entries.set(
              entry.path("file").asString() + "#" + entry.path("element").asString(), entry);
        });
    return entries;
  }

  /// What a browser loads with a page, as paths below the site.
  private static List<String> referred(Document page) {
    return Stream.concat(
            page.select("link[rel=stylesheet]").eachAttr("href").stream(),
            page.select("script, img").eachAttr("src").stream())
        .distinct()
        .toList();
  }

  private static Document html(Map<String, SiteFile> files, String path) throws Exception {
    return Jsoup.parse(text(files, path));
  }

  private static String text(Map<String, SiteFile> files, String path) throws Exception {
    return new String(file(files, path), StandardCharsets.UTF_8);
  }

  private static int bytes(Map<String, SiteFile> files, String path) throws Exception {
    return file(files, path).length;
  }

  private static byte[] file(Map<String, SiteFile> files, String path) throws Exception {
    SiteFile file = files.get(path);
    if (file == null) {
      throw new IOException("the site has no " + path);
    }
    return file.content().bytes();
  }
}
