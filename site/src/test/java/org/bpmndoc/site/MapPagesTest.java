package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bpmndoc.document.Age;
import org.bpmndoc.landscape.SubjectId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MapPagesTest {

  private static final String HOSTILE =
      "<script>alert(1)</script> \"><img src=x onerror=alert(2)> \u202Egnp.exe ${7*7}";

  @TempDir private Path models = Path.of("");

  @Test
  void a_box_says_what_it_stands_for() {
    Document page = page(Claims.in(models), 0);
    assertThat(page.select(".node").eachAttr("href"))
        .containsExactly(
            Format.HTML.page(new SubjectId("claim.bpmn#claim")),
            Format.HTML.page(new SubjectId("complaint.bpmn#complaint")),
            Format.HTML.page(new SubjectId("payment.bpmn#payment")));
    Element claim = page.select(".node").get(0);
    assertThat(claim.className()).isEqualTo("node with-a-gap");
    assertThat(claim.select("text tspan").eachText())
        .containsExactly("Settle a claim", "height 1 · with a gap");
    assertThat(claim.select("title").text())
        .isEqualTo(
            "Settle a claim Process, height 1, with a gap. Called by 1. Leads to Pay money out,"
                + " Hear a complaint. Settling a claim leads from the customer's first notice to a"
                + " payment or to a reasoned no.");
    assertThat(page.select(".node").get(1).select(".badge-text").text()).isEqualTo("1 out");
  }

  @Test
  void what_closes_a_recursion_is_dashed() {
    Document page = page(Claims.in(models), 0);
    assertThat(page.select(".arrow.unfollowed title").eachText())
        .containsExactly("Hear a complaint → Settle a claim");
    assertThat(page.select(".arrows .arrow:not(.unfollowed) title").eachText())
        .containsExactly("Settle a claim → Pay money out", "Settle a claim → Hear a complaint");
    assertThat(page.select(".map-legend").text()).contains("closes a recursion, not followed");
  }

  @Test
  void a_process_with_several_callers_is_marked_and_a_decision_told_from_it() throws Exception {
    calls("a", "shared", "shared");
    calls("b", "shared");
    calls("shared");
    asks("c", "Fee");
    asks("d", "Fee");
    write("fees.dmn", decision("Fee"));

    Document page = page(input(), 0);
    assertThat(page.select(".node.shared .badge-text").eachText())
        .containsExactlyInAnyOrder("called by 2", "asked by 2");
    assertThat(page.select(".node.decision title").text()).startsWith("Fee Decision, height 0");
    assertThat(page.select(".arrow title").eachText()).contains("a → shared (2 times)");
    assertThat(page.select("h1 + .hint").text()).startsWith("5 processes and 1 decision,");
  }

  @Test
  void what_is_stale_or_failed_is_told_from_what_is_documented() {
    SiteInput claims = Claims.in(models);
    Map<SubjectId, SubjectState> states = new LinkedHashMap<>(claims.states());
    states.computeIfPresent(
        new SubjectId("payment.bpmn#payment"),
        (_, state) ->
            new SubjectState.Documented(
                ((SubjectState.Documented) state).document(),
                ((SubjectState.Documented) state).lineage(),
                Age.MODEL_CHANGED));
    states.put(new SubjectId("claim.bpmn#claim"), new SubjectState.Failed("no answer"));
    Document page = page(new SiteInput("Claims", Locale.ENGLISH, claims.landscape(), states), 0);
    assertThat(page.select(".node").eachAttr("class"))
        .containsExactly("node failed", "node blocked", "node stale");
    assertThat(page.select(".map-legend > [class]").eachText())
        .containsExactly("blocked", "failed", "stale");
  }

  @Test
  void names_like_code_stay_names() throws Exception {
    String name = HOSTILE.replace("<", "&lt;").replace("\"", "&quot;");
    write("a.bpmn", "<process id='a' name='%s'>%s</process>".formatted(name, call("b")));
    write("b.bpmn", "<process id='b' name='مراجعة الطلب'/>");
    Document page = page(input(), 0);
    assertThat(page.select("img, script:not([src])")).isEmpty();
    assertThat(page.select(".node title").eachText())
        .satisfiesExactly(
            title -> assertThat(title).startsWith(HOSTILE),
            title -> assertThat(title).startsWith("مراجعة الطلب"));
    assertThat(page.select("[style]")).isEmpty();
  }

  @Test
  void who_neither_calls_nor_is_called_is_listed_below() throws Exception {
    calls("a", "b");
    calls("b");
    calls("lonely", "nowhere");
    Document page = page(input(), 0);
    assertThat(page.select(".node")).hasSize(2);
    assertThat(page.select("#alone li").eachText())
        .containsExactly("lonely not written 1 call leads out");
  }

  @Test
  void where_nobody_calls_there_is_no_drawing() throws Exception {
    calls("lonely");
    Document page = page(input(), 0);
    assertThat(page.select("h1 + .hint").text()).startsWith("No process here calls another.");
    assertThat(page.select("figure, script[src*=map]")).isEmpty();
  }

  @Test
  void what_is_too_much_for_one_sheet_is_on_several_and_what_is_left_is_named() throws Exception {
    calls("a", "b");
    calls("b");
    calls("c", "d", "e");
    calls("d");
    calls("e");
    MapPages pages = new MapPages(new SiteMap(input(), Format.HTML), new MapSheets.Limits(2, 9, 9));
    assertThat(pages.count()).isEqualTo(2);
    Document overview = Jsoup.parse(new Templates().html(pages.page(0)));
    assertThat(overview.select("#sheets li").eachText()).containsExactly("a 2 processes");
    assertThat(overview.select("#sheets a").eachAttr("href")).containsExactly("map-1.html");
    assertThat(overview.select("#undrawn .alone a").eachText()).containsExactly("c", "d", "e");
    assertThat(overview.select("h1 + .hint").text()).startsWith("5 processes");
    Document sheet = Jsoup.parse(new Templates().html(pages.page(1)));
    assertThat(sheet.select(".node title").eachText()).hasSize(2);
    assertThat(pages.href(new SubjectId("b.bpmn#b")).orElseThrow())
        .startsWith("map-1.html#")
        .endsWith(sheet.select(".node").get(1).id());
    assertThat(pages.href(new SubjectId("c.bpmn#c"))).isEmpty();
  }

  @Test
  void a_process_leads_to_its_place_on_the_map() throws Exception {
    Path out = models.resolve("site");
    new SiteWriter().write(Claims.in(models), out);
    SubjectId payment = new SubjectId("payment.bpmn#payment");
    assertThat(read(out.resolve(Format.HTML.page(payment))).select(".eyebrow a").attr("href"))
        .isEqualTo("../map.html#" + MapPages.anchor(payment));
    assertThat(read(out.resolve("map.html")).getElementById(MapPages.anchor(payment))).isNotNull();
    assertThat(
            read(out.resolve(Format.HTML.page(new SubjectId("payment.bpmn#approve"))))
                .select(".eyebrow a"))
        .isEmpty();
  }

  private void calls(String process, String... called) throws IOException {
    StringBuilder inside = new StringBuilder();
    for (String target : called) {
      inside.append(call(target));
    }
    write(
        process + ".bpmn",
        "<process id='%s' name='%s'>%s</process>".formatted(process, process, inside));
  }

  private int elements;

  private String call(String called) {
    return "<callActivity id='c%d' calledElement='%s'/>".formatted(elements++, called);
  }

  private void asks(String process, String decision) throws IOException {
    write(
        process + ".bpmn",
        "<process id='%s'><businessRuleTask id='t%d' x:decisionRef='%s'/></process>"
            .formatted(process, elements++, decision));
  }

  private static String decision(String id) {
    return "<decision id='%s' name='%s'/>".formatted(id, id);
  }

  private void write(String file, String inside) throws IOException {
    String namespace =
        file.endsWith("dmn")
            ? "https://www.omg.org/spec/DMN/20191111/MODEL/"
            : "http://www.omg.org/spec/BPMN/20100524/MODEL";
    Files.writeString(
        models.resolve(file),
        "<definitions xmlns='%s' xmlns:x='urn:vendor' namespace='urn:n'>%s</definitions>"
            .formatted(namespace, inside));
  }

  private SiteInput input() {
    return new SiteInput("Map", Locale.ENGLISH, Claims.read(models), Map.of());
  }

  private static Document page(SiteInput input, int number) {
    return Jsoup.parse(
        new Templates().html(new MapPages(new SiteMap(input, Format.HTML)).page(number)));
  }

  private static Document read(Path file) throws IOException {
    return Jsoup.parse(file, "UTF-8");
  }
}
