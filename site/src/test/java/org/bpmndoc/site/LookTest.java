package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.document.Stewardship;
import org.bpmndoc.document.Stewardship.Review;
import org.bpmndoc.document.Stewardship.Status;
import org.bpmndoc.document.SubjectOverride;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.site.Look.Color;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Pages as people want them.
class LookTest {

  private static final SubjectId CLAIM = new SubjectId("claim.bpmn#claim");

  @TempDir Path folder;
  private Path models;
  private Path out;
  private SiteInput input;

  @BeforeEach
  void claims() throws Exception {
    models = Files.createDirectories(folder.resolve("models"));
    out = folder.resolve("site");
    input = Claims.in(models);
  }

  private Document page(String path) throws IOException {
    return Jsoup.parse(out.resolve(path), "UTF-8");
  }

  private Document page(SubjectId subject) throws IOException {
    return page(Format.HTML.page(subject));
  }

  private static Look look(List<String> hidden, List<String> first, List<Look.Page> pages) {
    return new Look(Optional.empty(), Optional.empty(), Map.of(), hidden, first, pages);
  }

  private Look.Page own(String name, String markdown) {
    return new Look.Page(models.resolve(name), markdown);
  }

  @Test
  void logo_style_and_colors_stand_around_every_page() throws Exception {
    Path logo = Files.writeString(models.resolve("logo.SVG"), "<svg/>");
    Path style = Files.writeString(models.resolve("house.css"), "h1 { font-style: italic }");
    Look look =
        new Look(
            Optional.of(logo),
            Optional.of(style),
            Map.of(Color.ACCENT, "#7a1f3d", Color.ACCENT_DARK, "#ff99bb"),
            List.of(),
            List.of(),
            List.of());

    new SiteWriter().write(input.with(look), out);

    Document page = page(CLAIM);
    assertThat(page.select(".home img").attr("src")).isEqualTo("../assets/house-logo.svg");
    assertThat(page.select("link[rel=stylesheet]").eachAttr("href"))
        .endsWith("../assets/house-colors.css", "../assets/house.css");
    assertThat(out.resolve("assets/house.css")).hasSameTextualContentAs(style);
    assertThat(out.resolve("assets/house-logo.svg")).hasSameTextualContentAs(logo);
    assertThat(Files.readString(out.resolve("assets/house-colors.css")))
        .isEqualTo(
            """
            :root {
              --accent: #7a1f3d;
              --accent-soft: color-mix(in srgb, #7a1f3d 14%, var(--paper));
            }
            @media (prefers-color-scheme: dark) {
            :root {
              --accent: #ff99bb;
              --accent-soft: color-mix(in srgb, #ff99bb 14%, var(--paper));
            }
            }
            """);
    assertThat(page("index.html").select(".home img").attr("src"))
        .isEqualTo("assets/house-logo.svg");
  }

  @Test
  void sections_are_left_out_and_put_first() throws Exception {
    new SiteWriter().write(input, out);
    List<String> before = page(CLAIM).select("section.doc").eachAttr("id");
    assertThat(before).contains("doc-dependencies", "flow", "callers", "findings");
    assertThat(before.getFirst()).isNotEqualTo("doc-openQuestions");

    new SiteWriter()
        .write(
            input.with(
                look(
                    List.of("dependencies", "callers", "flow", "provenance"),
                    List.of("openQuestions", "decisions"),
                    List.of())),
            out);

    Document page = page(CLAIM);
    List<String> after = page.select("section.doc").eachAttr("id");
    assertThat(after).doesNotContain("doc-dependencies", "flow", "callers").contains("findings");
    assertThat(after.stream().filter(id -> id.startsWith("doc-")))
        .startsWith("doc-openQuestions", "doc-decisions");
    assertThat(page.select("footer.provenance")).isEmpty();
  }

  @Test
  void steps_stay_where_there_is_no_picture_of_them() throws Exception {
    new SiteWriter().write(input.with(look(List.of("flow"), List.of(), List.of())), out);

    assertThat(page(new SubjectId("payment.bpmn#payment")).select("#flow li")).isNotEmpty();
  }

  @Test
  void people_have_pages_of_their_own() throws Exception {
    Look look =
        look(
            List.of(),
            List.of(),
            List.of(
                own(
                    "docs/guide.md",
                    "# How to *read* this\n\n"
                        + "See [the claim](claim.bpmn#claim), [terms](terms.md),"
                        + " [us](https://example.com/) and [nothing](gone.md).\n"),
                own("docs/terms.md", "No heading.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n")));

    new SiteWriter().write(input.with(look), out);

    Document index = page("index.html");
    assertThat(index.select("#own a").eachText()).containsExactly("How to read this", "terms");
    Document guide = page(index.select("#own a").eachAttr("href").getFirst());
    assertThat(guide.select("h1").text()).isEqualTo("How to read this");
    assertThat(guide.select(".prose").text()).isEqualTo("See the claim, terms, us and nothing.");
    assertThat(guide.select(".prose a").eachAttr("href"))
        .containsExactly(
            "../" + Format.HTML.page(CLAIM),
            "../" + index.select("#own a").eachAttr("href").getLast(),
            "https://example.com/");
    assertThat(page(CLAIM).select(".top-links .own-link").eachText())
        .containsExactly("How to read this", "terms");
    assertThat(page(index.select("#own a").eachAttr("href").getLast()).select("td").eachText())
        .containsExactly("1", "2");
  }

  @Test
  void what_people_write_in_their_pages_is_text() throws Exception {
    Look look =
        look(
            List.of(),
            List.of(),
            List.of(
                own(
                    "evil.md",
                    "# <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n"
                        + "[a](javascript:alert(1)) ![b](https://example.com/x.png)"
                        + " <b onclick=x>c</b> [d](../../etc/passwd)\n")));

    new SiteWriter().write(input.with(look), out);

    Document page = page(page("index.html").select("#own a").attr("href"));
    assertThat(page.select(".prose script, .prose img, .prose a, .prose b")).isEmpty();
    assertThat(page.select(".prose").text()).contains("<img src=x", "a b <b onclick=x>c</b> d");
  }

  private SiteInput stewarded(Review review) {
    ObjectNode nothing = JsonMapper.shared().createObjectNode();
    return new SiteInput(
        input.title(),
        input.language(),
        Optional.empty(),
        input.landscape(),
        input.states(),
        new Overrides(
            Map.of(
                CLAIM,
                new SubjectOverride(
                    CLAIM,
                    "claim.yaml",
                    nothing,
                    nothing,
                    new Stewardship(
                        Optional.of("Claims <department>"),
                        Optional.of("2.1"),
                        Optional.of(review))))),
        Map.of(),
        Look.PLAIN);
  }

  @Test
  void who_answers_for_a_process_stands_on_its_page() throws Exception {
    Review review =
        new Review(
            Status.APPROVED, Optional.of("the board"), Optional.of(LocalDate.of(2100, 1, 2)));

    new SiteWriter().write(stewarded(review), out);

    assertThat(page(CLAIM).select("#stewards div").eachText())
        .containsExactly(
            "Owner Claims <department>",
            "Version 2.1",
            "Status approved by the board on 2100-01-02");
    assertThat(page("processes.html").select(".lines li").eachText())
        .anyMatch(line -> line.endsWith("claim.bpmn · Claims <department>, 2.1, approved"));
    assertThat(page(CLAIM).select(".notice.people")).isEmpty();
    assertThat(page(CLAIM).text()).doesNotContain("Written anew since");
    assertThat(Files.readString(out.resolve("search/texts-1.js")))
        .contains("approved by the board");

    new SiteWriter(Format.MARKDOWN).write(stewarded(review), folder.resolve("markdown"));
    assertThat(folder.resolve("markdown").resolve(Format.MARKDOWN.page(CLAIM)))
        .content()
        .contains("review: \"approved by the board on 2100-01-02\"", "**Owner:** Claims");
  }

  @Test
  void what_was_approved_before_it_was_written_is_told() throws Exception {
    LocalDate old = LocalDate.of(2000, 1, 2);

    new SiteWriter()
        .write(stewarded(new Review(Status.APPROVED, Optional.empty(), Optional.of(old))), out);
    assertThat(page(CLAIM).select(".notice.stale").text())
        .startsWith("Written anew since it was approved What was approved on 2000-01-02");

    new SiteWriter()
        .write(stewarded(new Review(Status.DRAFT, Optional.empty(), Optional.of(old))), out);
    assertThat(page(CLAIM).select(".notice.stale")).isEmpty();
  }
}
