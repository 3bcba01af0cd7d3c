package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The site as a reader meets it: opened from the file system, in the machine's own Chromium.
final class BrowserTest extends InBrowser {

  @Test
  void a_reader_goes_from_the_index_through_a_diagram_into_a_called_process() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    page().navigate(out.resolve("index.html").toUri().toString());
    page().locator("#processes").getByText("Settle a claim").first().click();
    drawn();
    assertThat(page().locator("h1").innerText()).isEqualTo("Settle a claim");
    assertThat(page().locator(".bjs-powered-by").isVisible()).isTrue();

    shape("record").click();
    drawn();
    assertThat(page().locator("h1").innerText()).isEqualTo("Record the claim");
    assertThat(shape("record").getAttribute("class")).contains("is-current");

    page().goBack();
    drawn();
    shape("pay").click();
    page().waitForURL(Pattern.compile(".*/payment-payment-.*"));
    assertThat(page().locator("h1").innerText()).isEqualTo("Pay money out");
  }

  @Test
  void a_sub_process_is_shown_on_its_own_plane() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    openPage("claim.bpmn#inspect");
    drawn();
    assertThat(shape("visit").isVisible()).isTrue();
    assertThat(shape("cover").isVisible()).isFalse();
    shape("visit").click();
    drawn();
    assertThat(page().locator("h1").innerText()).isEqualTo("Visit the place");
  }

  @Test
  void the_diagram_can_be_zoomed_and_the_wheel_scrolls_the_page() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    openPage("claim.bpmn#claim");
    drawn();
    String before = viewport();
    page().locator("[data-zoom=in]").click();
    String zoomed = viewport();
    assertThat(zoomed).isNotEqualTo(before);
    page().locator(".canvas").hover();
    page().mouse().wheel(0, 120);
    page().waitForFunction("() => scrollY > 0");
    assertThat(viewport()).isEqualTo(zoomed);
    page().locator("[data-zoom=fit]").click();
    assertThat(viewport()).isEqualTo(before);
  }

  @Test
  void a_step_and_its_element_point_at_each_other() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    page().setViewportSize(1500, 900);
    openPage("claim.bpmn#claim");
    drawn();
    page().locator("[data-step=covered]").hover();
    assertThat(shape("covered").getAttribute("class")).contains("is-pointed");
    page().locator("[data-step=cover] a").focus();
    assertThat(shape("cover").getAttribute("class")).contains("is-pointed");
    page().locator("h1").hover();
    assertThat(shape("covered").getAttribute("class")).doesNotContain("is-pointed");

    shape("declined").hover();
    page().waitForSelector("[data-step=declined].is-pointed");
    assertThat(page().locator("[data-step=covered]").getAttribute("class")).isNull();
    assertThat(page().locator("#flow").boundingBox().y)
        .isCloseTo(page().locator(".canvas").boundingBox().y, within(2.0));
    page().setViewportSize(390, 900);
    assertThat(page().locator("#flow").boundingBox().y)
        .isGreaterThan(page().locator(".canvas").boundingBox().y + 100);
  }

  @Test
  void the_diagram_fits_on_paper() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    openPage("claim.bpmn#claim");
    drawn();
    double before = shape("department").boundingBox().width;
    page().evaluate("dispatchEvent(new Event('beforeprint'))");
    double canvas = page().locator(".canvas").boundingBox().width;
    assertThat(canvas).isLessThan(650);
    assertThat(shape("department").boundingBox().width).isLessThan(canvas);
    page().evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(shape("department").boundingBox().width).isCloseTo(before, within(2.0));
  }

  @Test
  void names_like_code_are_shown_and_not_run() throws Exception {
    String name =
        "&lt;img src=x onerror=alert(1)&gt;&lt;/script&gt;&lt;script&gt;alert(2)&lt;/script&gt;";
    Claims.in(models);
    Path file = models.resolve("claim.bpmn");
    String xml = Files.readString(file);
    Files.writeString(
        file,
        xml.replace("\"Record the claim\"", "\"" + name + "\"")
            .replace("\"Inspect the damage\"", "\"" + name + "\"")
            .replace("\"Settle a claim\"", "\"" + name + "\""));
    Landscape landscape = Claims.read(models);
    new SiteWriter().write(Claims.input(landscape), out);
    for (SubjectId subject : landscape.subjects().keySet()) {
      openPage(subject.value());
      if (landscape.subject(subject) instanceof Subject.FlowSubject flow
          && flow.file().hasDiagram()) {
        drawn();
      }
      assertThat(page().locator("img").count()).as(subject.value()).isZero();
    }
    openPage("claim.bpmn#record");
    assertThat(page().locator("h1").innerText()).startsWith("<img src=x onerror=alert(1)>");
  }

  @Test
  void a_file_that_cannot_be_drawn_says_so() throws Exception {
    Files.writeString(
        models.resolve("odd.bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI">
          <process id="drawn"/><process id="forgotten"><task id="t"/></process>
          <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="drawn">
            <bpmndi:BPMNShape id="s" bpmnElement="t"/>
          </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
        </definitions>
        """);
    new SiteWriter()
        .write(new SiteInput("Odd", Locale.ENGLISH, Claims.read(models), Map.of()), out);
    openPage("odd.bpmn#forgotten");
    page().waitForFunction("() => !document.querySelector('.caption').innerText.includes('blue')");
    assertThat(page().locator(".caption").innerText())
        .containsAnyOf("not drawn", "cannot be drawn");
    complaints.removeIf(complaint -> complaint.contains("failed to import"));
  }

  @Test
  void a_narrow_screen_and_the_dark_keep_everything_readable() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    page().setViewportSize(380, 800);
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    openPage("claim.bpmn#claim");
    drawn();
    assertThat(page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    assertThat(page().locator("#contents > .group").first().isVisible()).isFalse();
    page().locator("#contents > summary").click();
    assertThat(page().locator("#contents > .group").first().isVisible()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void whatever_a_file_an_answer_or_people_say_is_shown_as_text_and_fits(ColorScheme colours)
      throws Exception {
    new SiteWriter().write(HostileClaims.in(models), out);
    page().setViewportSize(400, 800);
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    page().navigate(out.resolve("index.html").toUri().toString());
    nothingRan();
    page().navigate(out.resolve("processes.html").toUri().toString());
    nothingRan();

    openPage(HostileClaims.DECLINE.value());
    drawn();
    nothingRan();
    assertThat(page().locator(".notice.failed").innerText()).contains(HostileClaims.ALL);
    assertThat(page().locator(".model-text").innerText()).contains(HostileClaims.ALL);

    openPage(HostileClaims.CLAIM.value());
    drawn();
    nothingRan();
    for (String place : List.of("h1", ".lead", "#doc-flowSteps li >> nth=0", "#doc-decisions h3")) {
      assertThat(page().locator(place).innerText()).as(place).contains(HostileClaims.ALL);
    }
    assertThat(page().locator("#doc-openQuestions li").allInnerTexts())
        .hasSize(3)
        .allSatisfy(question -> assertThat(question).contains(HostileClaims.ALL));
  }

  @Test
  void peoples_words_and_findings_are_told_from_the_rest() throws Exception {
    new SiteWriter().write(HostileClaims.in(models), out);
    openPage(HostileClaims.CLAIM.value());

    assertThat(page().locator(".lead").innerText()).startsWith("People say:");
    assertThat(page().locator(".head .byline").innerText())
        .isEqualTo("Written by people: " + HostileClaims.FILE);
    assertThat(page().locator(".by-people h2").allInnerTexts()).containsExactly("User stories");
    assertThat(page().locator("#doc-openQuestions .byline").innerText())
        .startsWith("The last item is written by people: ");
    assertThat(page().locator("#doc-flowSteps .byline").count()).isZero();

    page().getByText("1 contradiction, 1 gap").click();
    assertThat(page().url()).endsWith("#findings");
    assertThat(page().locator("#findings li .standing").allInnerTexts())
        .containsExactly("contradiction", "gap", "note");
    assertThat(page().locator("#findings li .said").allInnerTexts().get(0))
        .contains(HostileClaims.ALL);
    assertThat(page().locator("#findings li .reason").allInnerTexts())
        .containsExactly(
            "Flow steps 3 · order", "Decisions 1 · way-missing", "Dependencies · count-above");
    page().getByText("Flow steps 3").click();
    assertThat(page().url()).endsWith("#doc-flowSteps");
  }

  /// Nothing that stands in a text has become a part of the page, and the page is no wider than the
  /// screen.
  private void nothingRan() {
    assertThat(page().locator("img, main script, main b").count()).as(page().url()).isZero();
    assertThat(page().locator("main").count()).as(page().url()).isEqualTo(1);
    assertThat(page().evaluate(BEYOND)).as(page().url()).isEqualTo(List.of());
    assertThat(page().evaluate("document.documentElement.scrollWidth"))
        .as(page().url())
        .isEqualTo(page().evaluate("innerWidth"));
  }

  /// Whatever is cut off at the right, but for what can be scrolled to, the diagram, and what is
  /// only for those who listen.
  private static final String BEYOND =
      """
      [...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
        .filter(element => !element.closest('.wide, .canvas, .unseen, .symbols, .home'))
        .map(element => element.outerHTML.slice(0, 80))
      """;

  private void openPage(String subject) {
    page().navigate(out.resolve(Format.HTML.page(new SubjectId(subject))).toUri().toString());
  }

  private void drawn() {
    page().waitForSelector("[data-drawn=true]");
  }

  private com.microsoft.playwright.Locator shape(String element) {
    return page().locator(".djs-shape[data-element-id=" + element + "]");
  }

  private String viewport() {
    return page().locator(".djs-container .viewport").getAttribute("transform");
  }
}
