package org.bpmndoc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bpmndoc.document.Lineage.Fidelity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChildViewTest {

  private static final ChildLimits LIMITS = new ChildLimits(40, 30, Map.of("userStories", 3));

  private static final JsonNode DOCUMENT =
      JsonMapper.shared()
          .readTree(
              """
              {
                "summary": "It checks.",
                "flowSteps": [{"text": "One looks.", "elements": ["e1"]}],
                "decisions": [{"question": "Good?", "outcomes": [{"condition": "yes", "elements": ["e2"]}]}],
                "userStories": [{"role": "A"}, {"role": "B"}, {"role": "C"}, {"role": "D"}, {"role": "E"}]
              }
              """);

  @Test
  void in_full_all_is_shown_but_aliases_and_the_fourth_story() {
    ChildView view = ChildView.full(DOCUMENT, LIMITS);

    assertThat(view.fidelity()).isEqualTo(Fidelity.FULL);
    assertThat(CanonicalJson.text(view.content()))
        .isEqualTo(
            "{\"summary\":\"It checks.\",\"flowSteps\":[{\"text\":\"One looks.\"}],"
                + "\"decisions\":[{\"question\":\"Good?\",\"outcomes\":[{\"condition\":\"yes\"}]}],"
                + "\"userStories\":[{\"role\":\"A\"},{\"role\":\"B\"},{\"role\":\"C\"}]}");
    assertThat(view.note()).isEqualTo("3 of 5 userStories shown");
  }

  @Test
  void nothing_is_noted_where_nothing_was_left_out() {
    assertThat(ChildView.full(JsonMapper.shared().readTree("{\"summary\":\"A\"}"), LIMITS).note())
        .isEmpty();
  }

  @Test
  void a_summary_is_the_summary_and_says_why() {
    ChildView view = ChildView.summary(DOCUMENT);

    assertThat(view.fidelity()).isEqualTo(Fidelity.SUMMARY);
    assertThat(view.content().toString()).isEqualTo("{\"summary\":\"It checks.\"}");
    assertThat(view.note()).isEqualTo("shortened to the summary, for lack of room");
  }

  @Test
  void the_digest_is_the_same_on_every_machine() {
    assertThat(ChildView.summary(DOCUMENT).digest())
        .isEqualTo("5b353eb9fa655454a12c05fbdd63302b2787f529317c1cf4f401c45f3621dbc6")
        .isEqualTo(ChildView.summary(DOCUMENT.deepCopy()).digest())
        .isNotEqualTo(ChildView.full(DOCUMENT, LIMITS).digest());
  }
}
