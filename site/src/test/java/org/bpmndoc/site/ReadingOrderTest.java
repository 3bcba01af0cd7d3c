package org.bpmndoc.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bpmndoc.landscape.SubjectId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadingOrderTest {

  private static final String CLAIM = "claim.bpmn#claim";
  private static final String REMIND = "claim.bpmn#remind";
  private static final String COVER = "claim.bpmn#cover";
  private static final String INSPECT = "claim.bpmn#inspect";
  private static final String VISIT = "claim.bpmn#visit";

  private List<SiteFile> files = List.of();

  @BeforeEach
  void site(@TempDir Path models) {
    files = SiteFiles.of(Claims.in(models));
  }

  @Test
  void a_page_leads_to_what_comes_before_and_after_it_and_to_what_it_stands_in() throws Exception {
    Document page = page(COVER);
    assertThat(page.select(".neighbours a").eachText())
        .containsExactly(
            "Previous Remind the customer", "Up Settle a claim", "Next Inspect the damage");
    assertThat(page.select(".neighbours a").eachAttr("href"))
        .containsExactly(href(REMIND), href(CLAIM), href(INSPECT));
    assertThat(page.select("head link[rel=prev]").eachAttr("href")).containsExactly(href(REMIND));
    assertThat(page.select("head link[rel=next]").eachAttr("href")).containsExactly(href(INSPECT));
  }

  @Test
  void the_first_in_a_sub_process_has_none_before_it() throws Exception {
    assertThat(page(VISIT).select(".neighbours a").eachText())
        .containsExactly("Up Inspect the damage", "Next Estimate the cost");
  }

  @Test
  void a_process_that_is_called_from_one_place_is_read_there() throws Exception {
    assertThat(page("payment.bpmn#payment").select(".neighbours a").eachText())
        .containsExactly(
            "Previous Inspect the damage", "Up Settle a claim", "Next Decline with reasons");
  }

  @Test
  void a_process_that_closes_a_recursion_or_that_nobody_calls_stands_alone() throws Exception {
    assertThat(page(CLAIM).select(".neighbours, head link[rel=next]")).isEmpty();
  }

  @Test
  void the_sidebar_is_open_where_the_reader_is() throws Exception {
    Document page = page(VISIT);
    assertThat(page.select(".side [aria-current=page]").eachText())
        .containsExactly("Visit the place");
    assertThat(page.select(".side details:has([aria-current=page])"))
        .isNotEmpty()
        .allMatch(around -> around.hasAttr("open"));
  }

  @Test
  void the_steps_stand_beside_the_diagram_in_flow_order_with_the_conditions() throws Exception {
    Document page = page(CLAIM);
    assertThat(page.select(".with-steps .diagram")).hasSize(1);
    assertThat(page.select(".with-steps .flow > li").eachAttr("data-step"))
        .containsSubsequence(List.of("received", "record", "late", "cover", "covered", "inspect"));
    assertThat(page.select("[data-step=covered] .ways li").eachText())
        .containsExactly("yes → to Inspect the damage", "no → to Decline with reasons");
    assertThat(page.select("[data-step=late]").hasClass("attached")).isTrue();
    assertThat(page.select("[data-step=inspect] a").eachAttr("href"))
        .containsExactly(href(INSPECT));
    assertThat(page.select("[data-step=covered] a")).isEmpty();
  }

  @Test
  void a_leaf_has_no_steps() throws Exception {
    assertThat(page(COVER).select(".diagram")).hasSize(1);
    assertThat(page(COVER).select("#flow, .with-steps")).isEmpty();
  }

  private Document page(String subject) throws Exception {
    String path = Format.HTML.page(new SubjectId(subject));
    for (SiteFile file : files) {
      if (file.path().equals(path)) {
        return Jsoup.parse(new String(file.content().bytes(), StandardCharsets.UTF_8));
      }
    }
    throw new IllegalArgumentException(subject + " has no page");
  }

  private static String href(String subject) {
    return "../" + Format.HTML.page(new SubjectId(subject));
  }
}
