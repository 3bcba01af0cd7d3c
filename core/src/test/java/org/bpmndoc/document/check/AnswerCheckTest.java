package org.bpmndoc.document.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AnswerCheckTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Contract EPIC =
      Profile.builtIn().contracts().stream()
          .filter(contract -> contract.id().kind().equals("epic"))
          .findFirst()
          .orElseThrow();

  private static final Grounds GROUNDS =
      new Grounds(
          Map.of("e1", element("e1"), "e2", element("e2")),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          Set.of("Sales"),
          "Sales\nOrder\n");

  private static Grounds.Element element(String alias) {
    return new Grounds.Element(alias, "userTask", "", "", Grounds.Place.WITHIN, true);
  }

  private final AnswerCheck check = new AnswerCheck(Profile.builtIn().contracts());

  /// An answer as it should be.
  private static ObjectNode good() {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("summary", "Somebody checks the order. Then it can be rated.");
    for (int i = 0; i < 4; i++) {
      answer
          .withArray("flowSteps")
          .addObject()
          .put("text", "Somebody looks.")
          .putArray("elements")
          .add("e1");
    }
    answer.putArray("interactions");
    for (int i = 0; i < 3; i++) {
      answer
          .withArray("userStories")
          .addObject()
          .put("role", "Sales")
          .put("goal", "check")
          .put("value", "it is right")
          .putArray("acceptanceCriteria")
          .add("It is checked.")
          .add("It is known who did it.");
      answer
          .withArray("dependencies")
          .addObject()
          .put("name", "Order")
          .put("kind", "data")
          .put("description", "It is looked at.")
          .putArray("elements");
    }
    answer.putArray("openQuestions");
    return answer;
  }

  private Checked check(String text) {
    return check.check(EPIC, text, Optional.of(GROUNDS));
  }

  private Checked check(Consumer<ObjectNode> change) {
    ObjectNode answer = good();
    change.accept(answer);
    return check(answer.toString());
  }

  private static List<String> reasons(Checked checked) {
    return ((Checked.Rejected) checked).reasons();
  }

  private static List<String> findings(Checked checked) {
    return ((Checked.Accepted) checked)
        .findings().stream()
            .map(found -> found.code() + " " + found.field() + ": " + found.message())
            .toList();
  }

  @Test
  void an_answer_that_keeps_its_contract_is_a_document() {
    assertThat(check(good().toString())).isEqualTo(new Checked.Accepted(good(), List.of()));
    assertThat(check("\n " + good().toPrettyString() + "\n"))
        .isEqualTo(new Checked.Accepted(good(), List.of()));
  }

  @Test
  void what_breaks_the_schema_is_rejected_and_every_reason_says_where() {
    Checked checked =
        check(answer -> {
          answer.remove("openQuestions");
          answer.put("extra", 1);
          answer.put("summary", 17);
          ((ObjectNode) answer.withArray("flowSteps").get(1)).remove("text");
        });

    assertThat(reasons(checked))
        .anySatisfy(reason -> assertThat(reason).contains("openQuestions", "required"))
        .anySatisfy(reason -> assertThat(reason).contains("extra", "not"))
        .anySatisfy(
            reason -> assertThat(reason).startsWith("/summary: ").contains("integer", "string"))
        .anySatisfy(reason -> assertThat(reason).startsWith("/flowSteps/1: ").contains("text"));
  }

  @Test
  void a_hundred_errors_are_not_all_told() {
    Checked checked =
        check(answer -> {
          for (int i = 0; i < 100; i++) {
            answer.withArray("flowSteps").add(i);
          }
        });

    assertThat(reasons(checked)).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|found nothing",
        "~  ~|found nothing",
        "Here is the Epic: {}|Unrecognized token 'Here'",
        "```json {} ```|found a code fence",
        "{\"summary\": \"cut off|Unexpected end-of-input",
        "[1, 2]|array found, object expected",
        "null|null found, object expected",
        "{\"summary\": NaN}|NaN"
      })
  void what_is_no_json_object_is_rejected(String text, String reason) {
    assertThat(reasons(check(text))).singleElement().asString().contains(reason);
  }

  @Test
  void a_code_fence_around_a_good_answer_is_rejected() {
    assertThat(reasons(check("```json\n" + good() + "\n```")))
        .containsExactly("expected one JSON object and nothing around it, found a code fence");
  }

  @Test
  void words_after_the_object_are_rejected() {
    assertThat(reasons(check(good() + " I hope this helps.")))
        .singleElement()
        .asString()
        .startsWith("expected one JSON object, found: ");
    assertThat(check(good() + "{}")).isInstanceOf(Checked.Rejected.class);
  }

  @Test
  void a_field_that_comes_twice_is_rejected() {
    String twice = good().toString().replaceFirst("\\{", "{\"summary\":\"Once.\",");

    assertThat(reasons(check(twice)))
        .singleElement()
        .asString()
        .contains("Duplicate")
        .contains("summary");
  }

  @Test
  void what_is_too_deep_or_too_long_is_not_read() {
    assertThat(reasons(check("[".repeat(100_000)))).singleElement().asString().contains("depth");
    assertThat(reasons(check(" ".repeat(AnswerCheck.CHARACTERS_MAX + 1))))
        .containsExactly("expected at most 2000000 characters, found 2000001");
  }

  @Test
  void an_answer_that_says_nothing_is_rejected() {
    assertThat(reasons(check(answer -> answer.put("summary", " \u0000\n"))))
        .containsExactly("$.summary: expected at least a sentence, found nothing");
  }

  @Test
  void control_characters_are_taken_out_and_that_is_found() {
    Checked checked =
        check(answer -> {
          answer.put("summary", "It rings. A\u0000 bell\u0007 and\na\ttab \uD83C\uDFE6 \uD83C");
          ((ObjectNode) answer.withArray("flowSteps").get(2)).put("text", "\u001b[3mRed.");
        });

    assertThat(((Checked.Accepted) checked).content().path("summary").asString())
        .isEqualTo("It rings. A bell and\na\ttab \uD83C\uDFE6 ");
    assertThat(findings(checked))
        .containsExactly(
            "text-cleaned summary: control characters were taken out",
            "text-cleaned flowSteps[2].text: control characters were taken out");
  }

  @Test
  void an_element_that_is_not_in_the_facts_is_found() {
    Checked checked =
        check(answer ->
            answer.withArray("flowSteps").get(0).withArray("elements").add("e2").add("e17"));

    assertThat(findings(checked))
        .containsExactly("alias-unknown flowSteps[0].elements: there is no element \"e17\"");
  }

  @Test
  void counts_that_are_not_as_asked_are_found() {
    Checked checked =
        check(answer -> {
          answer.withArray("flowSteps").remove(0);
          for (int i = 0; i < 4; i++) {
            answer.withArray("dependencies").add(answer.withArray("dependencies").get(0));
          }
        });

    assertThat(findings(checked))
        .containsExactly(
            "count-below flowSteps: expected 4 to 6 items, found 3",
            "count-above dependencies: expected 3 to 6 items, found 7");
  }

  @Test
  void a_contract_it_was_not_made_for_is_refused() {
    AnswerCheck none = new AnswerCheck(List.of());

    assertThatThrownBy(() -> none.check(EPIC, "{}", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this check was not made for epic@2");
  }
}
