package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bpmndoc.landscape.SubjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What axe finds on the pages of a site, in the machine's own Chromium.
///
/// What bpmn-js draws is not looked at: it is told in words beside it.
final class AccessibilityTest {

  private static final Path AXE = Path.of("node_modules/axe-core/axe.min.js");
  private static final String VIOLATIONS =
      """
      async () => (await axe.run({ exclude: ['.djs-container'] }, { preload: false })).violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary))
      """;

  private static @Nullable Chromium chromium;

  private final List<String> complaints = new ArrayList<>();
  private Path out = Path.of("");
  private @Nullable Page page;

  @BeforeAll
  static void start() {
    chromium = Chromium.start("AccessibilityTest");
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void site(@TempDir Path folder) throws Exception {
    Path models = Files.createDirectory(folder.resolve("models"));
    Files.writeString(models.resolve("fees.dmn"), FEES);
    out = folder.resolve("site");
    new SiteWriter().write(HostileClaims.in(models), out);
    page = Objects.requireNonNull(chromium).page(complaints);
  }

  private static final String FEES =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="Fees">
        <decision id="Fee" name="Fee">
          <decisionTable hitPolicy="FIRST">
            <input label="Zone"><inputExpression><text>zone</text></inputExpression></input>
            <output name="fee"/>
            <rule><description>In town</description><inputEntry><text>"inner"</text></inputEntry>
              <outputEntry><text>40</text></outputEntry></rule>
            <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>5</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  @ParameterizedTest
  @CsvSource({"LIGHT, 1400", "LIGHT, 390", "DARK, 1400", "DARK, 390"})
  void nobody_is_kept_out(ColorScheme colours, int width) throws IOException {
    page().setViewportSize(width, 900);
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    List<String> pages = new ArrayList<>(List.of("index.html", "processes.html"));
    for (String subject :
        List.of(
            "claim.bpmn#claim",
            "claim.bpmn#record",
            "claim.bpmn#decline",
            "payment.bpmn#payment",
            "complaint.bpmn#hear",
            "fees.dmn#Fee")) {
      pages.add(Format.HTML.page(new SubjectId(subject)));
    }
    for (String path : pages) {
      page().navigate(out.resolve(path).toUri().toString());
      if (page().locator(".diagram").count() > 0) {
        page().waitForSelector("[data-drawn=true]");
      }
      check(path);
    }
    page()
        .navigate(
            out.resolve(Format.HTML.page(new SubjectId("complaint.bpmn#complaint")))
                .toUri()
                .toString());
    page().waitForSelector("[data-drawn=true]");
    page().locator("[data-step=reopen]").hover();
    page().waitForSelector(".element-card:not([hidden])");
    check("card");
    page().locator("[data-zoom=in]").click(new Locator.ClickOptions().setClickCount(3));
    page().locator(".opens").press("Enter");
    page().waitForSelector(".trail:not([hidden])");
    check("trail");
    page().keyboard().press("/");
    page().keyboard().type("fe");
    page().waitForSelector(".search-result");
    check("search");
    page().locator("#search-words").fill("instructions ask");
    page().waitForSelector(".search-section");
    check("search in texts");
    assertThat(complaints).isEmpty();
  }

  private void check(String what) throws IOException {
    page().evaluate(Files.readString(AXE));
    assertThat((List<?>) page().evaluate(VIOLATIONS)).as(what).isEmpty();
  }

  private Page page() {
    return Objects.requireNonNull(page);
  }
}
