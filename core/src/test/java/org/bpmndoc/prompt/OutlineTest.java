package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Lineage.Fidelity;
import org.bpmndoc.document.Lineage.Source;
import org.bpmndoc.document.Profile;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.ChildrenSeen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What parents are shown that do not wait for their children, and how one tells that nothing of
/// them has changed but a child.
class OutlineTest {

  private static final SubjectId PARENT = new SubjectId("steps.bpmn#p");
  private static final SubjectId INNER = new SubjectId("steps.bpmn#s");

  @TempDir private Path folder;

  private Landscape steps(String inside) throws Exception {
    return Requests.landscape(folder, Map.of("steps.bpmn", Requests.process(inside)));
  }

  private static Rendering ready(
      Landscape landscape, Map<SubjectId, Child> children, ChildrenSeen seen) {
    return ready(landscape, children, seen, Requests.SETTINGS);
  }

  private static Rendering ready(
      Landscape landscape,
      Map<SubjectId, Child> children,
      ChildrenSeen seen,
      RequestSettings settings) {
    return new RequestRenderer(landscape, Profile.builtIn(), settings)
        .render(PARENT, children, seen);
  }

  private static Map<SubjectId, Child> outlined(Landscape landscape) {
    Map<SubjectId, Child> children = Requests.children(landscape, PARENT);
    children.replaceAll((_, _) -> new Child.Outlined());
    return children;
  }

  private static JsonNode child(Rendering rendering, int index) {
    return Requests.facts(rendering.request()).path("children").get(index);
  }

  private static String subProcess(int steps) {
    return "<subProcess id=\"s\" name=\"Inner\"><documentation>%s</documentation>%s</subProcess>"
        .formatted("Why. ".repeat(200), Requests.steps(steps));
  }

  @Test
  void a_child_without_a_document_is_shown_by_its_first_steps_and_the_words_of_its_model()
      throws Exception {
    Landscape landscape = steps(subProcess(23));

    Rendering rendering = ready(landscape, outlined(landscape), ChildrenSeen.STORED);

    JsonNode shown = child(rendering, 0);
    assertThat(shown.path("fidelity").asString()).isEqualTo("outline");
    assertThat(shown.path("note").asString()).contains("no document yet");
    JsonNode outline = shown.path("outline");
    assertThat(outline.path("type").asString()).isEqualTo("subProcess");
    assertThat(outline.path("documentation").asString()).hasSize(501).startsWith("Why. ");
    assertThat(outline.path("steps").valueStream().map(JsonNode::asString))
        .hasSize(20)
        .startsWith("Step 1", "Step 2")
        .endsWith("Step 20");
    assertThat(outline.path("stepsLeftOut").asString()).isEqualTo("3 more steps are not shown");
    assertThat(rendering.lineage().children())
        .containsExactly(
            new Lineage.Seen(
                INNER,
                CanonicalJson.digest(outline),
                Fidelity.OUTLINE,
                Source.NONE,
                shown.path("note").asString()));
  }

  @Test
  void a_decision_is_outlined_by_what_goes_in_and_what_comes_out() throws Exception {
    Landscape landscape =
        Requests.landscape(
            folder,
            Map.of(
                "rate.dmn",
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d">
                  <decision id="rate" name="Rate"><question>Which rate?</question>
                    <decisionTable id="t">
                      <input id="i" label="Income"/><output id="o" name="Rate of interest"/>
                    </decisionTable>
                  </decision>
                </definitions>
                """));
    SubjectId rate = new SubjectId("rate.dmn#rate");

    JsonNode outline = Outline.of(new LandscapeFacts(landscape).of(landscape.subject(rate)));

    assertThat(outline.toString())
        .isEqualTo(
            "{\"type\":\"decision\",\"question\":\"Which"
                + " rate?\",\"inputs\":[\"Income\"],\"outputs\":[\"Rate of interest\"]}");
  }

  @Test
  void what_is_hidden_is_hidden_in_an_outline_too() throws Exception {
    Landscape landscape = steps(subProcess(1).replace("Why. ", "Acme. "));
    RequestSettings hiding =
        new RequestSettings(
            new RequestSettings("model-1", 1_000_000, "en", 0).models(),
            "en",
            new Redaction(List.of(Redaction.Rule.of("customer", "Acme"))),
            HouseWords.NONE);

    Rendering rendering = ready(landscape, outlined(landscape), ChildrenSeen.STORED, hiding);

    assertThat(child(rendering, 0).at("/outline/documentation").asString())
        .startsWith("«customer-1». ");
    assertThat(Requests.block(rendering.request())).doesNotContain("Acme");
  }

  @Test
  void by_summaries_a_parent_sees_thirty_children_and_is_told_that_it_was_meant_so()
      throws Exception {
    Landscape landscape = steps(Requests.steps(32));
    Map<SubjectId, Child> children = Requests.children(landscape, PARENT);
    children.put(new SubjectId("steps.bpmn#t2"), new Child.Outlined());

    Rendering rendering = ready(landscape, children, ChildrenSeen.SUMMARIES);

    assertThat(child(rendering, 0).path("document").toString())
        .isEqualTo("{\"summary\":\"What Step 1 does.\"}");
    assertThat(child(rendering, 0).path("note").asString()).doesNotContain("room");
    assertThat(rendering.lineage().children())
        .extracting(Lineage.Seen::fidelity)
        .startsWith(Fidelity.SUMMARY, Fidelity.OUTLINE, Fidelity.SUMMARY)
        .endsWith(Fidelity.SUMMARY, Fidelity.MISSING, Fidelity.MISSING);
    assertThat(child(rendering, 31).path("note").asString())
        .isEqualTo("left out: a parent is shown the summaries of its first 30 children only");
  }

  @Test
  void where_not_all_fit_stored_documents_are_shortened_and_outlines_stay() throws Exception {
    Landscape landscape = steps(Requests.steps(3));
    Map<SubjectId, Child> children = Requests.children(landscape, PARENT);
    SubjectId longest = new SubjectId("steps.bpmn#t2");
    children.put(longest, Requests.written(landscape.subject(longest), 100));
    children.put(new SubjectId("steps.bpmn#t3"), new Child.Outlined());
    Rendering whole = ready(landscape, children, ChildrenSeen.STORED);
    long needed = whole.tokensMax() + whole.request().answerTokensMax();

    Rendering shorter =
        ready(
            landscape,
            children,
            ChildrenSeen.STORED,
            new RequestSettings("model-1", needed - 1, "en", 2_000));

    assertThat(shorter.lineage().children())
        .extracting(Lineage.Seen::fidelity)
        .containsExactly(Fidelity.FULL, Fidelity.SUMMARY, Fidelity.OUTLINE);
    assertThat(shorter.lineage().own()).isEqualTo(whole.lineage().own());
  }

  @Test
  void its_own_digest_stays_whatever_is_shown_of_the_children_and_changes_with_the_subject()
      throws Exception {
    Landscape landscape = steps(Requests.steps(2));
    Map<SubjectId, Child> written = Requests.children(landscape, PARENT);
    Map<SubjectId, Child> missing = Requests.children(landscape, PARENT);
    missing.replaceAll((_, _) -> Child.Missing.UNWRITTEN);

    List<Rendering> same =
        List.of(
            ready(landscape, written, ChildrenSeen.DOCUMENTS),
            ready(landscape, written, ChildrenSeen.SUMMARIES),
            ready(landscape, outlined(landscape), ChildrenSeen.STORED),
            ready(landscape, missing, ChildrenSeen.DOCUMENTS));
    Landscape changed = steps(Requests.steps(2).replace("Step 1", "Another step"));
    Rendering other = ready(changed, written, ChildrenSeen.DOCUMENTS);
    Rendering otherModel =
        ready(
            landscape,
            written,
            ChildrenSeen.DOCUMENTS,
            new RequestSettings("model-2", 1_000_000, "en", 2_000));

    assertThat(same).extracting(Rendering::fingerprint).doesNotHaveDuplicates();
    assertThat(same).extracting(one -> one.lineage().own()).hasSize(4).containsOnly(own(same));
    assertThat(Set.of(own(same), other.lineage().own(), otherModel.lineage().own())).hasSize(3);
  }

  private static String own(List<Rendering> renderings) {
    return renderings.getFirst().lineage().own();
  }
}
