package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bpmndoc.landscape.SubjectId;
import org.junit.jupiter.api.Test;

/// The map as a reader meets it, opened from the file system.
final class MapBrowserTest extends InBrowser {

  @Test
  void a_reader_goes_from_the_first_page_over_the_map_to_a_process_and_back() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    page().navigate(out.resolve("index.html").toUri().toString());
    page().locator(".top-links").getByText("Map").click();
    drawn();
    node("Pay money out").click();
    page().waitForURL("**/payment-payment-*");
    assertThat(page().locator("h1").innerText()).isEqualTo("Pay money out");
    page().getByText("show on the map").click();
    drawn();
    assertThat(page().locator(".node:target title").textContent()).startsWith("Pay money out");
    assertThat(inside(page().locator(".node:target .box"))).isTrue();
  }

  @Test
  void pointing_at_a_process_shows_whom_it_calls_and_who_calls_it() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    map();
    node("Pay money out").hover();
    assertThat(page().locator(".arrow.lit title").allTextContents())
        .containsExactly("Settle a claim → Pay money out");
    assertThat(page().locator(".node.lit").count()).isEqualTo(2);
    page().locator("h1").hover();
    assertThat(page().locator(".lit:not(.tip)").count()).isZero();
  }

  @Test
  void searching_dims_the_others_and_enter_brings_a_match_into_view() throws Exception {
    wide();
    map();
    page().locator(".map-find input").fill("STEP 39");
    assertThat(page().locator(".map-found").textContent()).isEqualTo("1 of 41");
    assertThat(page().locator(".node:not(.dimmed) title").allTextContents())
        .singleElement()
        .asString()
        .startsWith("Step 39");
    Locator box = node("Step 39");
    assertThat(inside(box)).isFalse();
    page().locator(".map-find input").press("Enter");
    assertThat(inside(box)).isTrue();
    page().locator(".map-find input").fill("");
    assertThat(page().locator(".node.dimmed").count()).isZero();
  }

  @Test
  void the_map_can_be_zoomed_and_moved_and_the_wheel_scrolls_the_page() throws Exception {
    wide();
    map();
    double before = width("Start");
    page().locator("[data-zoom=in]").click();
    double zoomed = width("Start");
    assertThat(zoomed).isCloseTo(before * 1.25, within(2.0));
    page().locator(".map-canvas").hover();
    page().mouse().wheel(0, 60);
    page().waitForFunction("() => scrollY > 0");
    assertThat(width("Start")).isCloseTo(zoomed, within(2.0));
    page().locator("[data-zoom=fit]").click();
    assertThat(page().locator(".node .box").all()).hasSize(41).allMatch(this::inside);
    String url = page().url();
    double x = node("Start").boundingBox().x;
    double y = node("Start").boundingBox().y;
    page().mouse().move(x + 3, y + 3);
    page().mouse().down();
    page().mouse().move(x + 63, y + 3, new Mouse.MoveOptions().setSteps(4));
    page().mouse().up();
    nextFrame();
    assertThat(node("Start").boundingBox().x).isCloseTo(x + 60, within(2.0));
    assertThat(page().url()).isEqualTo(url);
  }

  @Test
  void the_keyboard_goes_from_box_to_box_by_column_and_each_comes_into_view() throws Exception {
    wide();
    map();
    page().locator("[data-zoom=fit]").focus();
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 41; i++) {
      page().keyboard().press("Tab");
      Locator focused = page().locator(".node:focus");
      order.add(focused.locator("title").textContent().lines().findFirst().orElse(""));
      assertThat(inside(focused.locator(".box"))).isTrue();
    }
    assertThat(order).startsWith("Start").doesNotHaveDuplicates();
    page().keyboard().press("Enter");
    page().waitForURL("**/subjects/*");
    assertThat(page().locator("h1").innerText()).isEqualTo(order.getLast());
  }

  @Test
  void a_narrow_screen_and_the_dark_hold_the_map() throws Exception {
    wide();
    page().setViewportSize(390, 800);
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    map();
    assertThat(page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    assertThat(inside(node("Start"))).isTrue();
  }

  @Test
  void the_whole_map_is_on_paper() throws Exception {
    wide();
    map();
    page().evaluate("dispatchEvent(new Event('beforeprint'))");
    page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page().locator(".node .box").all()).allMatch(this::inside);
    assertThat(page().locator(".map-bar").isVisible()).isFalse();
    page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    page().evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(page().locator(".map-bar").isVisible()).isTrue();
  }

  @Test
  void without_a_script_the_drawing_is_there_and_scrolls() throws Exception {
    wide();
    try (var quiet =
        browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page still = quiet.newPage();
      still.navigate(out.resolve("map.html").toUri().toString());
      assertThat(still.locator(".map-bar").isVisible()).isFalse();
      assertThat(still.locator(".node").count()).isEqualTo(41);
      still.locator(".node", new Page.LocatorOptions().setHasText("Step 39")).click();
      assertThat(still.locator("h1").innerText()).isEqualTo("Step 39");
    }
  }

  /// One process that calls forty.
  private void wide() throws Exception {
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      calls.append("<callActivity id='c%d' calledElement='p%d'/>".formatted(i, i));
      write("p" + i, "<process id='p%d' name='Step %02d'/>".formatted(i, i));
    }
    write("start", "<process id='start' name='Start'>" + calls + "</process>");
    new SiteWriter()
        .write(new SiteInput("Wide", Locale.ENGLISH, Claims.read(models), Map.of()), out);
    assertThat(out.resolve(Format.HTML.page(new SubjectId("start.bpmn#start")))).exists();
  }

  private void write(String file, String inside) throws IOException {
    Files.writeString(
        models.resolve(file + ".bpmn"),
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>"
            + inside
            + "</definitions>");
  }

  private void map() {
    page().navigate(out.resolve("map.html").toUri().toString());
    drawn();
  }

  private void drawn() {
    page().waitForSelector("[data-drawn=true]");
  }

  /// What moves does so in the next frame.
  private double width(String name) {
    nextFrame();
    return node(name).boundingBox().width;
  }

  private void nextFrame() {
    page()
        .evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  private Locator node(String name) {
    return page().locator(".node:has(.name:text-is(\"%s\"))".formatted(name)).locator(".box");
  }

  /// Whether a reader sees all of it.
  private boolean inside(Locator box) {
    nextFrame();
    return Boolean.TRUE.equals(
        box.evaluate(
            """
            box => {
              const frame = document.querySelector('.map-canvas').getBoundingClientRect();
              const { left, right, top, bottom } = box.getBoundingClientRect();
              return left >= frame.left - 1 && right <= frame.right + 1
                  && top >= frame.top - 1 && bottom <= frame.bottom + 1;
            }
            """));
  }
}
