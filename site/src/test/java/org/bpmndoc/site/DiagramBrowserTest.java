package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.MouseButton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.bpmndoc.landscape.SubjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a reader does with a diagram, from the file system, in the machine's own Chromium.
final class DiagramBrowserTest extends InBrowser {

  private static final String CLAIM = "claim.bpmn#claim";

  @BeforeEach
  void wide() {
    page().setViewportSize(1400, 900);
  }

  @Test
  void a_called_process_opens_in_place_and_the_trail_leads_back() throws Exception {
    openClaim();
    String address = page().url();
    assertThat(loaded("complaint")).isEqualTo(0);
    assertThat(page().locator(".trail").isVisible()).isFalse();
    assertThat(buttons().evaluateAll("found => found.map(button => button.title)"))
        .isEqualTo(List.of("Open the diagram of “Hear a complaint” here"));

    opens("object").click();
    shape("reopen").waitFor();
    assertThat(loaded("complaint")).isEqualTo(1);
    assertThat(trail()).containsExactly("Settle a claim", "Hear a complaint Its page");
    assertThat(page().url()).isEqualTo(address);
    assertThat(shape("record").count()).isZero();

    page().locator(".trail button").click();
    shape("record").waitFor();
    assertThat(page().locator(".trail").isVisible()).isFalse();
    assertThat(page().locator(".level").count()).isOne();
    assertThat(page().locator(".opens:focus").count()).isOne();

    opens("object").click();
    shape("reopen").waitFor();
    assertThat(loaded("complaint")).isEqualTo(1);
    page().locator(".trail a").click();
    drawn();
    assertThat(page().locator("h1").innerText()).isEqualTo("Hear a complaint");
  }

  @Test
  void a_recursion_makes_the_trail_longer_until_links_alone_lead_on() throws Exception {
    openClaim();
    for (int level = 1; level < 12; level++) {
      opens(level % 2 == 1 ? "object" : "reopen").click();
      shape(level % 2 == 1 ? "reopen" : "object").waitFor();
      assertThat(trail()).hasSize(level + 1);
    }
    assertThat(buttons().count()).isZero();

    page().keyboard().press("Escape");
    assertThat(trail()).hasSize(11);
    opens("object").click();
    shape("reopen").click();
    page().waitForURL(Pattern.compile(".*/claim-claim-.*"));
  }

  @Test
  void a_collapsed_sub_process_opens_in_place_too() throws Exception {
    openClaim();
    page().locator("[data-container-id=inspect] .bjs-drilldown").click();
    shape("visit").waitFor();
    assertThat(trail()).containsExactly("Settle a claim", "Inspect the damage");
    assertThat(within("visit")).isTrue();

    page().keyboard().press("Escape");
    shape("record").waitFor();
    assertThat(page().locator(".trail").isVisible()).isFalse();

    openPage("claim.bpmn#inspect");
    drawn();
    assertThat(trail()).containsExactly("Settle a claim", "Inspect the damage");
    page().keyboard().press("Escape");
    assertThat(trail()).hasSize(2);
    page().locator(".trail button").click();
    shape("record").waitFor();
    assertThat(within("record")).isTrue();
  }

  @Test
  void a_shape_with_a_page_is_a_link_like_any_other() throws Exception {
    openClaim();
    String before = page().url();
    Locator object = shape("object").locator("a");
    assertThat(object.getAttribute("aria-label"))
        .isEqualTo("Hear an objection, call activity, Hear a complaint");

    for (Locator.ClickOptions click :
        List.of(
            new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROLORMETA)),
            new Locator.ClickOptions().setButton(MouseButton.MIDDLE))) {
      Page opened = page().context().waitForPage(() -> object.click(click));
      opened.waitForLoadState();
      assertThat(opened.locator("h1").innerText()).isEqualTo("Hear a complaint");
      opened.close();
      assertThat(page().url()).isEqualTo(before);
    }

    String viewport = viewport();
    drag(object, 60);
    assertThat(viewport()).isNotEqualTo(viewport);
    assertThat(page().url()).isEqualTo(before);

    object.click();
    page().waitForURL(Pattern.compile(".*/complaint-complaint-.*"));
  }

  @Test
  void everything_can_be_done_with_the_keyboard() throws Exception {
    openClaim();
    page().locator(".canvas svg[tabindex]").first().focus();
    for (int i = 0; i < 20 && page().locator(".canvas a:focus").count() == 0; i++) {
      page().keyboard().press("Tab");
    }
    assertThat(page().locator(".canvas a:focus").getAttribute("aria-label"))
        .isEqualTo("Record the claim, user task");
    card().waitFor();
    assertThat(page().locator(".canvas a:focus").getAttribute("aria-describedby"))
        .isEqualTo(card().getAttribute("id"));
    page().keyboard().press("Escape");
    assertThat(card().isVisible()).isFalse();

    opens("object").focus();
    page().keyboard().press("Enter");
    shape("reopen").waitFor();
    assertThat(page().locator(":focus").innerText()).isEqualTo("Hear a complaint");
    page().keyboard().press("Escape");
    shape("record").waitFor();
    assertThat(page().locator(":focus").getAttribute("title")).contains("Hear a complaint");
  }

  @Test
  void what_has_the_focus_is_brought_into_view() throws Exception {
    openClaim();
    for (int i = 0; i < 6; i++) {
      page().locator("[data-zoom=in]").click();
    }
    page().keyboard().press("Tab");
    shape("declined").scrollIntoViewIfNeeded();
    shape("object").locator("a").focus();
    assertThat(within("object")).isTrue();
    assertThat(page().evaluate("document.querySelector('.canvas').scrollTop")).isEqualTo(0);
  }

  @Test
  void a_card_says_what_a_page_says_and_stays_beside_its_shape() throws Exception {
    openClaim();
    shape("object").hover();
    card().waitFor();
    assertThat(card().locator("p").allInnerTexts())
        .containsExactly("Hear an objection call activity blocked", "calls Hear a complaint");
    assertThat(card().locator(".standing.blocked").count()).isOne();
    besideItsShape("object");

    card().hover();
    assertThat(card().isVisible()).isTrue();
    page().keyboard().press("Escape");
    assertThat(card().isVisible()).isFalse();

    shape("cover").hover();
    card().getByText("Assess the cover").waitFor();
    assertThat(card().locator(".element-summary").innerText()).endsWith(".");
    page().locator("h1").hover();
    card().waitFor(hidden());

    page().locator("[data-step=inspect]").hover();
    card().locator("bdi >> nth=0").getByText("Inspect the damage").waitFor();
    besideItsShape("inspect");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 700, 1400})
  void a_card_covers_neither_its_shape_nor_the_watermark(int width) throws Exception {
    openClaim();
    page().setViewportSize(width, 900);
    page().reload();
    drawn();
    for (String element : List.of("record", "cover", "inspect", "pay", "decline", "object")) {
      shape(element).hover();
      card().locator("bdi >> nth=0").getByText(NAMES.get(element)).waitFor();
      besideItsShape(element);
      page().keyboard().press("Escape");
    }
  }

  private static final Map<String, String> NAMES =
      Map.of(
          "record", "Record the claim",
          "cover", "Assess the cover",
          "inspect", "Inspect the damage",
          "pay", "Pay the claim",
          "decline", "Decline with reasons",
          "object", "Hear an objection");

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void names_and_summaries_are_text_in_card_trail_and_button(ColorScheme colours) throws Exception {
    new SiteWriter().write(HostileClaims.in(models), out);
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    openPage("complaint.bpmn#complaint");
    drawn();
    assertThat(buttons().getAttribute("title")).contains(HostileClaims.ALL);
    shape("reopen").hover();
    card().getByText("calls").waitFor();
    assertThat(card().innerText()).contains(HostileClaims.SCRIPT, HostileClaims.IMAGE);
    opens("reopen").click();
    shape("record").waitFor();
    assertThat(trail().get(1)).contains(HostileClaims.ALL);
    shape("record").hover();
    card().getByText("user task").waitFor();
    assertThat(card().innerText()).contains(HostileClaims.ALL);
    assertThat(page().locator("img, main script, main b").count()).isZero();
    assertThat(page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }

  @Test
  void a_called_process_that_cannot_be_opened_leaves_everything_as_it_is() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    try (var scripts = Files.newDirectoryStream(out.resolve("diagrams"), "complaint*")) {
      for (Path script : scripts) {
        Files.delete(script);
      }
    }
    openPage(CLAIM);
    drawn();
    opens("object").click();
    page().locator(".caption").getByText("cannot be opened here").waitFor();
    assertThat(page().locator(".caption").innerText())
        .isEqualTo(
            "“Hear a complaint” cannot be opened here. The script with its diagram is not there.");
    assertThat(shape("record").isVisible()).isTrue();
    assertThat(page().locator(".level").count()).isOne();
    assertThat(complaints).allMatch(complaint -> complaint.contains("ERR_FILE_NOT_FOUND"));
    complaints.clear();
  }

  @Test
  void on_paper_is_the_diagram_of_the_page() throws Exception {
    openClaim();
    opens("object").click();
    shape("reopen").waitFor();
    page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page().evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(shape("record").isVisible()).isTrue();
    assertThat(shape("reopen").count()).isZero();
    assertThat(page().locator(".trail, .canvas button, .tools").evaluateAll(VISIBLE)).isEqualTo(0);
    page().evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(shape("reopen").isVisible()).isTrue();
  }

  private static final String VISIBLE =
      "found => found.filter(one => one.checkVisibility()).length";

  @Test
  void a_process_in_another_diagram_of_its_file_is_found() throws Exception {
    odd(
        "<process id='a'><task id='t'/></process><process id='b'><task id='u' name='U'/></process>"
            + "<bpmndi:BPMNDiagram/>"
            + diagram("a", bounds("t", "100"))
            + diagram("b", bounds("u", "100")));
    openPage("odd.bpmn#b");
    drawn();
    assertThat(within("u")).isTrue();
  }

  @Test
  void what_is_not_drawn_is_shown_with_what_contains_it() throws Exception {
    odd(
        "<process id='a'><subProcess id='s' name='S'><task id='t'/></subProcess></process>"
            + diagram("a", bounds("s", "100")));
    openPage("odd.bpmn#t");
    drawn();
    assertThat(shape("s").getAttribute("class")).contains("is-current");
    assertThat(page().locator(".caption").innerText())
        .isEqualTo("This is not drawn in the diagram of its file. What contains it is shown.");
  }

  /// Each ends with a sentence and, for a process, its steps, and with no empty frame.
  @ParameterizedTest
  @EnumSource(Undrawable.class)
  void what_cannot_be_drawn_says_why_and_shows_the_steps(Undrawable diagram) throws Exception {
    odd(
        "<process id='a'><task id='t'/></process><process id='b'><task id='u'/></process>"
            + diagram.xml);
    openPage("odd.bpmn#b");
    page().locator(".undrawn .caption, .steps-beside .hint").getByText(diagram.why).waitFor();
    assertThat(page().locator(".canvas").evaluateAll(VISIBLE)).isEqualTo(0);
    assertThat(page().locator("#flow li").innerText()).contains("Task");
    assertThat(page().locator("#flow").boundingBox().height).isLessThan(200);

    openPage("odd.bpmn#u");
    page().getByText("The steps around this one are listed at Process b.").waitFor();
    assertThat(page().locator(".canvas").evaluateAll(VISIBLE)).isEqualTo(0);
  }

  enum Undrawable {
    ANOTHER_PROCESS(diagram("a", bounds("t", "100")), NOT_DRAWN),
    NO_SHAPES(diagram("b", ""), "no diagram part, or an empty one"),
    NO_SHAPES_OF_THIS_ONE(diagram("b", "") + diagram("a", bounds("t", "100")), NOT_DRAWN),
    SHAPES_OF_NOTHING(diagram("nobody", bounds("nothing", "100")), NOT_DRAWN),
    SHAPES_WITHOUT_A_PLACE(diagram("b", "<bpmndi:BPMNShape bpmnElement='u'/>"), NOT_DRAWN),
    SHAPES_WITHOUT_A_SIZE(diagram("b", bounds("u", "wide")), NOT_DRAWN),
    SHAPES_WITHOUT_END(diagram("b", bounds("u", "1e300")), NOT_DRAWN),
    NO_PLANE(
        "<bpmndi:BPMNDiagram>" + bounds("u", "100") + "</bpmndi:BPMNDiagram>",
        "The diagram of its file cannot be drawn: no diagram to display");

    private final String xml;
    private final String why;

    Undrawable(String xml, String why) {
      this.xml = xml;
      this.why = why;
    }
  }

  private static final String NOT_DRAWN = "This is not drawn in the diagram of its file.";

  @Test
  void a_diagram_whose_script_is_gone_says_so() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    try (var scripts = Files.newDirectoryStream(out.resolve("diagrams"), "claim*")) {
      for (Path script : scripts) {
        Files.delete(script);
      }
    }
    openPage(CLAIM);
    page().locator(".undrawn .caption").getByText("is not there").waitFor();
    assertThat(page().locator(".canvas").isVisible()).isFalse();
    assertThat(page().locator("#flow li").count()).isPositive();
    assertThat(complaints).allMatch(complaint -> complaint.contains("ERR_FILE_NOT_FOUND"));
    complaints.clear();
  }

  @Test
  void without_scripts_there_is_no_empty_frame() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    Browser browser = browser();
    try (Page plain = browser.newPage(new Browser.NewPageOptions().setJavaScriptEnabled(false))) {
      for (String subject : List.of(CLAIM, "claim.bpmn#record")) {
        plain.navigate(out.resolve(Format.HTML.page(new SubjectId(subject))).toUri().toString());
        assertThat(plain.locator(".canvas").isVisible()).isFalse();
        assertThat(plain.locator(".diagram").innerText()).contains("drawn by a script");
      }
      assertThat(plain.locator(".diagram").innerText()).contains("listed at Settle a claim");
    }
  }

  private void openClaim() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    openPage(CLAIM);
    drawn();
  }

  private void odd(String content) throws Exception {
    Files.writeString(
        models.resolve("odd.bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
            xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">%s</definitions>
        """
            .formatted(content));
    new SiteWriter()
        .write(new SiteInput("Odd", Locale.ENGLISH, Claims.read(models), Map.of()), out);
  }

  private static String diagram(String process, String shapes) {
    return "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement='%s'>%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
        .formatted(process, shapes);
  }

  private static String bounds(String element, String width) {
    return "<bpmndi:BPMNShape bpmnElement='%s'><dc:Bounds x='1' y='1' width='%s' height='80'/></bpmndi:BPMNShape>"
        .formatted(element, width);
  }

  private void openPage(String subject) {
    page().navigate(out.resolve(Format.HTML.page(new SubjectId(subject))).toUri().toString());
  }

  private void drawn() {
    page().waitForSelector("[data-drawn=true]");
  }

  private Locator shape(String element) {
    return page().locator(".level:not([hidden]) .djs-shape[data-element-id=" + element + "]");
  }

  private Locator buttons() {
    return page().locator(".level:not([hidden]) .opens");
  }

  private Locator opens(String element) {
    return page().locator(".level:not([hidden]) [data-container-id=" + element + "] .opens");
  }

  private Locator card() {
    return page().locator(".element-card");
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }

  private List<String> trail() {
    return page().locator(".trail li").allInnerTexts();
  }

  private Object loaded(String file) {
    return page()
        .evaluate(
            "file => [...document.scripts].filter(script => script.src.includes('diagrams/' +"
                + " file)).length",
            file);
  }

  private String viewport() {
    return page().locator(".level:not([hidden]) .viewport").getAttribute("transform");
  }

  private void drag(Locator shape, int way) {
    BoundingBox box = shape.boundingBox();
    page().mouse().move(box.x + 20, box.y + 20);
    page().mouse().down();
    page().mouse().move(box.x + 20 - way, box.y + 20);
    page().mouse().up();
  }

  private boolean within(String element) {
    BoundingBox shape = shape(element).locator("rect").first().boundingBox();
    BoundingBox frame = page().locator(".canvas").boundingBox();
    return shape.x >= frame.x
        && shape.y >= frame.y
        && shape.x + shape.width <= frame.x + frame.width
        && shape.y + shape.height <= frame.y + frame.height;
  }

  private void besideItsShape(String element) {
    BoundingBox box = card().boundingBox();
    BoundingBox frame = page().locator(".canvas").boundingBox();
    assertThat(box.x).isGreaterThanOrEqualTo(frame.x);
    assertThat(box.y).isGreaterThanOrEqualTo(frame.y);
    assertThat(box.x + box.width).isLessThanOrEqualTo(frame.x + frame.width);
    assertThat(box.y + box.height).isLessThanOrEqualTo(frame.y + frame.height);
    assertThat(overlap(box, shape(element).locator("a").boundingBox())).as(element).isFalse();
    assertThat(overlap(box, page().locator(".bjs-powered-by").first().boundingBox()))
        .as("watermark")
        .isFalse();
  }

  private static boolean overlap(BoundingBox one, BoundingBox other) {
    return one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height;
  }
}
