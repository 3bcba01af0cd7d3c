package org.bpmndoc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.bpmndoc.document.WordChanges.Kind;
import org.bpmndoc.document.WordChanges.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FieldChangesTest {

  private static final String STEPS =
      "{'s':[{'text':'Ask the bank'},{'text':'Sign the loan'},{'text':'Pay it out today'}]}";

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  private static String changes(String before, String now) {
    return FieldChanges.of(json(before), json(now)).stream()
        .map(change -> change.path() + ": " + change.beforeText() + " → " + change.nowText())
        .collect(Collectors.joining("; "));
  }

  /// Before | now | what is told.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':'x','b':'y'}   | {'a':'x','b':'y'}          | ``",
        "{'a':'x'}           | {'a':'y'}                  | a: x → y",
        "{'a':'x'}           | {'a':'x','b':'y'}          | `b:  → y`",
        "{'a':'x','b':'y'}   | {'a':'x'}                  | `b: y → `",
        "{'a':{'b':'x'}}     | {'a':{'b':'y'}}            | a.b: x → y",
        "{'a':['x','y']}     | {'a':['x','z','y']}        | `a[1]:  → z`",
        "{'a':['x','y']}     | {'a':['y']}                | `a[0]: x → `",
        "{'a':{'flow':'e1'}} | {'a':{'flow':'e2'}} | ``",
        "{'a':[{'text':'x','elements':['e1']}]} | {'a':[{'text':'x','elements':['e2']}]} | ``"
      })
  void fields_are_told_by_path(String before, String now, String told) {
    assertThat(changes(before, now)).isEqualTo(told);
  }

  @Test
  void a_step_that_is_put_in_between_is_one_change() {
    String now =
        STEPS.replace("{'text':'Sign the loan'}", "{'text':'Weigh it'},{'text':'Sign the loan'}");

    assertThat(changes(STEPS, now)).isEqualTo("s[1]:  → Weigh it");
  }

  @Test
  void a_step_that_is_worded_otherwise_is_told_where_it_is_now() {
    String now =
        STEPS
            .replace("Pay it out today", "Pay it out at once")
            .replace("[{", "[{'text':'First of all'},{");

    assertThat(changes(STEPS, now))
        .isEqualTo("s[0]:  → First of all; s[3].text: Pay it out today → Pay it out at once");
  }

  @Test
  void words_that_are_gone_stand_before_those_in_their_place() {
    assertThat(WordChanges.of("Pay it out today, please", "Pay it out at once, please"))
        .containsExactly(
            new Piece(Kind.SAME, "Pay it out "),
            new Piece(Kind.REMOVED, "today, "),
            new Piece(Kind.ADDED, "at once, "),
            new Piece(Kind.SAME, "please"));
  }

  @Property(tries = 200)
  void both_texts_can_be_read_out_of_the_pieces(
      @ForAll @Size(max = 12) List<@From("words") String> before,
      @ForAll @Size(max = 12) List<@From("words") String> now) {
    var pieces = WordChanges.of(String.join(" ", before), String.join(" ", now));

    assertThat(without(pieces, Kind.ADDED)).isEqualTo(String.join(" ", before));
    assertThat(without(pieces, Kind.REMOVED)).isEqualTo(String.join(" ", now));
  }

  @Provide
  static Arbitrary<String> words() {
    return Arbitraries.of("a", "b", "c", "d\n");
  }

  private static String without(List<Piece> pieces, Kind kind) {
    return pieces.stream()
        .filter(piece -> piece.kind() != kind)
        .map(Piece::text)
        .collect(Collectors.joining());
  }
}
