package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bpmndoc.landscape.SubjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrintTest {

  private static @Nullable Chromium chromium;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void start() {
    chromium = Chromium.start("PrintTest");
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void on_paper_there_is_the_page_and_nothing_to_press() throws Exception {
    Path out = folder.resolve("site");
    new SiteWriter().write(Claims.in(Files.createDirectory(folder.resolve("models"))), out);
    List<String> complaints = new ArrayList<>();
    Page page = Objects.requireNonNull(chromium).page(complaints);
    page.setViewportSize(1400, 900);
    String path = Format.HTML.page(new SubjectId("claim.bpmn#claim"));
    page.navigate(out.resolve(path).toUri().toString());
    page.waitForSelector("[data-drawn=true]");
    assertThat(shown(page, "nav, button, .caption")).isNotEmpty();

    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(shown(page, "nav, button, .caption, .skip, .search")).isEmpty();
    assertThat(shown(page, "h1, .diagram, #flow, #parts, .provenance")).hasSize(5);
    assertThat(page.evaluate(CUT)).isEqualTo(List.of());
    assertThat(complaints).isEmpty();
  }

  /// Where something would have to be scrolled.
  private static final String CUT =
      """
      [...document.querySelectorAll('main *:not(.canvas, .canvas *, .unseen)')]
        .filter(element => element.scrollHeight > element.clientHeight + 1)
        .filter(element => getComputedStyle(element).overflowY !== 'visible')
        .map(element => element.outerHTML.slice(0, 80))
      """;

  private static List<?> shown(Page page, String selector) {
    return (List<?>)
        page.locator(selector)
            .evaluateAll(
                "found => found.filter(one => one.checkVisibility()).map(one => one.className)");
  }
}
