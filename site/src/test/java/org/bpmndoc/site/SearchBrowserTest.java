package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bpmndoc.landscape.SubjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The search as a reader meets it, opened from the file system.
final class SearchBrowserTest extends InBrowser {

  private final List<String> requests = new ArrayList<>();

  @BeforeEach
  void note() {
    page().onRequest(request -> requests.add(request.url()));
  }

  @Test
  void a_slash_a_misspelt_name_an_arrow_and_enter_lead_to_the_page() throws Exception {
    claims("index.html");
    page().keyboard().press("/");
    page().keyboard().type("paymnet");
    found("Pay money out", "Approve the payment");
    List<String> before = names();
    assertThat(active().textContent()).contains(before.get(0));
    page().keyboard().press("ArrowDown");
    assertThat(active().textContent()).contains(before.get(1));
    page().keyboard().press("ArrowUp");
    page().keyboard().press("ArrowUp");
    assertThat(active().textContent()).contains(before.getLast());
    page().keyboard().press("ArrowDown");
    page().keyboard().press("Enter");
    page().waitForURL(url -> url.contains("/subjects/"));
    assertThat(page().locator("h1").innerText()).isEqualTo(before.get(0));
  }

  @Test
  void control_k_opens_it_from_any_page_and_escape_gives_the_focus_back() throws Exception {
    claims(Format.HTML.page(new SubjectId("claim.bpmn#record")));
    page().locator(".home").focus();
    page().keyboard().press("Control+k");
    assertThat(page().locator("#search").isVisible()).isTrue();
    assertThat(focused()).isEqualTo("search-words");
    page().keyboard().press("Escape");
    assertThat(page().locator("#search").isVisible()).isFalse();
    assertThat(page().evaluate("document.activeElement.className")).isEqualTo("home");
    page().locator("#search-open").click();
    page().locator("#search-close").click();
    assertThat(focused()).isEqualTo("search-open");
  }

  @Test
  void nothing_is_loaded_before_somebody_searches() throws Exception {
    claims("index.html");
    assertThat(requests).noneMatch(url -> url.contains("/search/") || url.contains("minisearch"));
    search("claim");
    found("Settle a claim");
    page().waitForFunction("() => !document.getElementById('search-progress').textContent");
    assertThat(requests)
        .anyMatch(url -> url.endsWith("search/names.js"))
        .anyMatch(url -> url.endsWith("search/texts-1.js"));
  }

  @Test
  void what_stands_in_a_text_is_found_marked_and_opened_where_it_stands() throws Exception {
    claims("index.html");
    search("covered in part");
    page().waitForSelector(".search-section");
    Locator first = page().locator(".search-result").first();
    assertThat(first.locator(".search-section").innerText()).isEqualTo("Open questions");
    assertThat(first.locator(".search-text mark").allInnerTexts())
        .containsExactly("covered", "in", "part");
    first.click();
    page().waitForURL(url -> url.endsWith("#doc-openQuestions"));
  }

  @Test
  void a_role_an_id_and_a_type_are_found_too_and_the_standing_is_shown() throws Exception {
    claims("index.html");
    search("expert decline");
    found("Decline with reasons");
    assertThat(page().locator(".search-result .standing").first().innerText()).isEqualTo("failed");
    page().locator("#search-words").fill("script task");
    found("Estimate the cost");
    page().locator("#search-words").fill("complaint.bpmn");
    found("Hear a complaint");
  }

  @Test
  void nothing_found_is_said() throws Exception {
    claims("index.html");
    search("xylophone");
    page()
        .waitForFunction(
            "() => document.getElementById('search-said').textContent === 'Nothing found'");
    assertThat(page().locator("#search-words").getAttribute("aria-expanded")).isEqualTo("false");
    page().keyboard().press("Enter");
    assertThat(page().url()).endsWith("index.html");
  }

  @Test
  void a_site_that_is_not_whole_says_so() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    Files.delete(out.resolve("search/names.js"));
    page().navigate(out.resolve("index.html").toUri().toString());
    search("claim");
    page()
        .waitForFunction(
            "() => document.getElementById('search-said').textContent.includes('names.js cannot')");
    complaints.removeIf(complaint -> complaint.contains("ERR_FILE_NOT_FOUND"));
  }

  @ParameterizedTest
  @CsvSource({
    "Ärendehantering, arendehantering",
    "Ärendehantering, aerendehantering",
    "Ärendehantering, HANTERING",
    "Prüfung der Straße, strasse pruefung",
    "Prüfung der Straße, prufung",
    "Cas résolu, resolu",
    "Cas resolu, résolu",
    "Zażółć gęślą, zazolc",
    "Обработка заявки, заявк",
    "申请处理流程, 处理",
    "reviewApplication, application",
    "สมัครสินเชื่อ, สินเชื่อ"
  })
  void spellings_and_languages_find_each_other(String name, String query) throws Exception {
    named(name);
    search(query);
    found(name);
    assertThat(page().locator(".search-name mark").count()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&lt;img src=x onerror=alert(1)&gt; paper",
        "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; paper",
        "\\u0022); alert(1); // paper &#x2028;",
        "__proto__ constructor paper"
      })
  void names_like_code_are_text(String name) throws Exception {
    named(name);
    search("paper");
    page().waitForSelector(".search-result");
    assertThat(page().locator(".search img, .search script").count()).isZero();
    page().locator("#search-words").fill("constructor __proto__ <img src=x>");
    page().waitForFunction("() => document.getElementById('search-said').textContent !== ''");
  }

  @Test
  void hostile_documents_are_text_and_fit() throws Exception {
    new SiteWriter().write(HostileClaims.in(models), out);
    page().setViewportSize(390, 800);
    page().navigate(out.resolve("index.html").toUri().toString());
    search("instructions ask");
    page().waitForSelector(".search-section");
    assertThat(page().locator(".search img, .search script, .search section").count()).isZero();
    assertThat(page().evaluate("document.documentElement.scrollWidth"))
        .isEqualTo(page().evaluate("innerWidth"));
    assertThat(
            page()
                .evaluate(
                    "[...document.querySelectorAll('.search *')].filter(element =>"
                        + " element.getBoundingClientRect().right > innerWidth).length"))
        .isEqualTo(0);
  }

  @Test
  void without_scripts_there_is_no_search_and_the_list_of_processes_remains() throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    try (Page still = browser().newPage(new Browser.NewPageOptions().setJavaScriptEnabled(false))) {
      still.navigate(out.resolve("index.html").toUri().toString());
      assertThat(still.locator("#search-open").isVisible()).isFalse();
      assertThat(still.locator("#search").isVisible()).isFalse();
      still.getByText("All processes").click();
      assertThat(still.url()).endsWith("processes.html");
    }
  }

  /// A site with one task of this name, in a process that is called otherwise.
  private void named(String name) throws Exception {
    Files.writeString(
        models.resolve("one.bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="p" name="Other"><task id="t" name="%s"/><task id="u" name="Rest"/></process>
        </definitions>
        """
            .formatted(name));
    new SiteWriter()
        .write(new SiteInput("One", Locale.ENGLISH, Claims.read(models), Map.of()), out);
    page().navigate(out.resolve("index.html").toUri().toString());
  }

  private void claims(String path) throws Exception {
    new SiteWriter().write(Claims.in(models), out);
    page().navigate(out.resolve(path).toUri().toString());
  }

  private void search(String words) {
    page().keyboard().press("/");
    page().locator("#search-words").fill(words);
  }

  /// Waits until all of these are found.
  private void found(String... wanted) {
    for (String name : wanted) {
      page()
          .locator(".search-name")
          .filter(new Locator.FilterOptions().setHasText(name))
          .first()
          .waitFor();
    }
  }

  private List<String> names() {
    return page().locator(".search-name").allInnerTexts();
  }

  /// What a screen reader is told to be at.
  private Locator active() {
    String id = page().locator("#search-words").getAttribute("aria-activedescendant");
    assertThat(page().locator("#" + id).getAttribute("aria-selected")).isEqualTo("true");
    assertThat(page().locator("[aria-selected=true]").count()).isEqualTo(1);
    return page().locator("#" + id);
  }

  private Object focused() {
    return page().evaluate("document.activeElement.id");
  }
}
