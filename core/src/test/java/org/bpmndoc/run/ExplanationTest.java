package org.bpmndoc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Pseudonyms;
import org.bpmndoc.document.SentRequest;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.Aliases;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.prompt.RequestJson;
import org.bpmndoc.prompt.Sent;
import org.bpmndoc.run.Explanation.State;
import org.bpmndoc.run.Mention.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

class ExplanationTest {

  private static final SubjectId ORDER = new SubjectId("order.bpmn#Order");
  private static final SubjectId BILL = new SubjectId("bill.bpmn#Bill");
  private static final SubjectId SHIP = new SubjectId("ship.bpmn#Ship");
  private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

  /// All that goes into a request.
  private record Asked(
      String model,
      String language,
      int version,
      String instructions,
      String schema,
      String name,
      Map<SubjectId, String> children) {

    static final Asked BEFORE =
        new Asked("model-1", "en", 1, "Write.", "object", "Order", Map.of(BILL, "Bills."));

    Asked model(String other) {
      return new Asked(other, language, version, instructions, schema, name, children);
    }

    Asked language(String other) {
      return new Asked(model, other, version, instructions, schema, name, children);
    }

    Asked version(int other) {
      return new Asked(model, language, other, instructions, schema, name, children);
    }

    Asked instructions(String other) {
      return new Asked(model, language, version, other, schema, name, children);
    }

    Asked schema(String other) {
      return new Asked(model, language, version, instructions, other, name, children);
    }

    Asked name(String other) {
      return new Asked(model, language, version, instructions, schema, other, children);
    }

    Asked children(Map<SubjectId, String> others) {
      return new Asked(model, language, version, instructions, schema, name, others);
    }

    Rendering rendered() {
      var facts = JsonNodeFactory.instance.objectNode();
      facts.putObject("subject").put("name", name);
      String own = CanonicalJson.digest(facts) + model + instructions;
      var shown = facts.putArray("children");
      children.forEach(
          (child, says) -> shown.addObject().put("name", child.element()).put("document", says));
      Contract contract =
          new Contract(
              new ContractId("epic", version),
              "Epic",
              instructions,
              JsonNodeFactory.instance.objectNode().put("type", schema),
              1_000);
      Request request =
          new Request(
              model,
              instructions + " " + language,
              "<facts>\n" + CanonicalJson.text(facts) + "\n</facts>\nWrite the Epic.",
              contract.schema(),
              1_000);
      return new Rendering(
          request,
          RequestJson.fingerprint(request),
          contract,
          new Lineage(
              children.entrySet().stream()
                  .map(child ->
                      new Lineage.Seen(
                          child.getKey(),
                          CanonicalJson.digest(StringNode.valueOf(child.getValue())),
                          Lineage.Fidelity.FULL,
                          Lineage.Source.CURRENT,
                          ""))
                  .toList(),
              Pseudonyms.NONE,
              own,
              Map.of()),
          new Aliases(Map.of()),
          100,
          1_000_000);
    }
  }

  private static Causes.Then then(boolean kept) {
    Rendering before = Asked.BEFORE.rendered();
    Document document =
        new Document(
            before.fingerprint(),
            before.contract().id(),
            JsonMapper.shared().readTree("{\"summary\": \"Orders.\"}"),
            List.of(
                new Finding(Finding.Grade.GAP, "a", "", ""),
                new Finding(Finding.Grade.GAP, "b", "", ""),
                new Finding(Finding.Grade.CONTRADICTION, "c", "", "")),
            new Document.Origin(
                "anthropic",
                "model-1-20261001",
                Channel.BATCH,
                Usage.NONE,
                Usd.of("0.5"),
                AT,
                "en"));
    Optional<SentRequest> sent = kept ? Optional.of(Sent.of(before, "en")) : Optional.empty();
    Entry.RunStarted begun =
        new Entry.RunStarted(
            AT,
            "anthropic",
            "model-1",
            BigDecimal.ONE,
            "en",
            "auto",
            Optional.empty(),
            Optional.empty(),
            false,
            false);
    return new Causes.Then(
        new Assignment(before.fingerprint(), before.lineage(), "r1"),
        document,
        sent,
        Optional.of(begun));
  }

  private static Explanation explain(
      Optional<Causes.Then> then, Asked now, Set<SubjectId> toWrite, Mention... history) {
    return Explanation.of(
        new Explanation.Known(
            ORDER,
            then,
            Optional.of(now.rendered()),
            now.language(),
            toWrite,
            false,
            List.of(history)));
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change(
            "nothing",
            asked -> asked,
            State.DOCUMENTED,
            "up to date: its request would be the same now"),
        change(
            "the model",
            asked -> asked.model("model-2"),
            State.STALE,
            "another model would write it: model-1 → model-2"),
        change(
            "the language",
            asked -> asked.language("sv"),
            State.STALE,
            "it would be written in another language: en → sv"),
        change(
            "the contract",
            asked -> asked.version(2).instructions("Write well."),
            State.STALE,
            "its contract is another: epic@1 → epic@2"),
        change(
            "the name",
            asked -> asked.name("Invoice"),
            State.STALE,
            "its own facts changed, first at /subject/name: \"Order\" → \"Invoice\""),
        change(
            "a child's document",
            asked -> asked.children(Map.of(BILL, "Bills twice.")),
            State.STALE,
            "what there is of its child bill.bpmn#Bill is another: full "),
        change(
            "name and child",
            asked -> asked.name("X").children(Map.of(BILL, "B.")),
            State.STALE,
            "\"Order\" → \"X\" (and 1 more)"));
  }

  private static Arguments change(
      String what, UnaryOperator<Asked> how, State state, String reason) {
    return arguments(what, how, state, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void what_changed_is_told_in_a_sentence(
      String what, UnaryOperator<Asked> how, State state, String reason) {
    Explanation explanation = explain(Optional.of(then(true)), how.apply(Asked.BEFORE), Set.of());

    assertThat(explanation.state()).isEqualTo(state);
    assertThat(explanation.reason()).contains(reason);
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments(
            "instructions",
            Asked.BEFORE.instructions("Write well."),
            "instructions",
            "facts-not-kept"),
        arguments("schema", Asked.BEFORE.schema("array"), "answer", "unclear"),
        arguments("name", Asked.BEFORE.name("Invoice"), "facts", "facts-not-kept"),
        arguments("model", Asked.BEFORE.model("model-2"), "model", "model"),
        arguments("language", Asked.BEFORE.language("sv"), "language", "language"),
        arguments("contract", Asked.BEFORE.version(2).instructions("W."), "contract", "contract"),
        arguments(
            "a new child",
            Asked.BEFORE.children(Map.of(SHIP, "Ships.")),
            "facts,child-added,child-removed",
            "child-added,child-removed"));
  }

  /// What changed | its causes where what was sent is kept | its causes where it is not.
  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void without_what_was_sent_the_digests_tell(String what, Asked now, String kept, String notKept) {
    assertThat(kinds(explain(Optional.of(then(true)), now, Set.of()))).isEqualTo(kept);
    assertThat(kinds(explain(Optional.of(then(false)), now, Set.of()))).isEqualTo(notKept);
  }

  private static String kinds(Explanation explanation) {
    return String.join(",", explanation.causes().stream().map(Cause::kind).toList());
  }

  @Test
  void a_child_that_is_written_first_leaves_open_whether_its_parent_is() {
    Explanation explanation = explain(Optional.of(then(true)), Asked.BEFORE, Set.of(BILL));

    assertThat(explanation.state()).isEqualTo(State.STALE);
    assertThat(kinds(explanation)).isEqualTo("child-to-write");
    assertThat(explanation.written().orElseThrow().children())
        .allMatch(Explanation.ChildThen::still);
  }

  @Test
  void what_failed_last_says_why_unless_the_document_is_right_again() {
    Mention failed = new Mention("r2", AT, What.FAILED, Optional.empty(), Usd.ZERO, "refused");

    Explanation now = explain(Optional.of(then(true)), Asked.BEFORE.name("X"), Set.of(), failed);
    Explanation never = explain(Optional.empty(), Asked.BEFORE, Set.of(), failed);
    Explanation right = explain(Optional.of(then(true)), Asked.BEFORE, Set.of(), failed);

    assertThat(now.state()).isEqualTo(State.FAILED);
    assertThat(now.reason()).isEqualTo("refused");
    assertThat(never.state()).isEqualTo(State.FAILED);
    assertThat(right.state()).isEqualTo(State.DOCUMENTED);
  }

  @Test
  void what_has_no_document_is_new_and_what_has_no_model_is_gone() {
    Explanation fresh = explain(Optional.empty(), Asked.BEFORE, Set.of(BILL));
    Explanation gone =
        Explanation.of(
            new Explanation.Known(
                ORDER,
                Optional.of(then(true)),
                Optional.empty(),
                "en",
                Set.of(),
                false,
                List.of()));

    assertThat(fresh.state()).isEqualTo(State.NEW);
    assertThat(fresh.reason()).isEqualTo("never written; first comes its child bill.bpmn#Bill");
    assertThat(gone.state()).isEqualTo(State.GONE);
    assertThat(gone.written().orElseThrow().findings())
        .containsEntry(Finding.Grade.GAP, 2)
        .containsEntry(Finding.Grade.CONTRADICTION, 1)
        .containsEntry(Finding.Grade.NOTE, 0);
  }
}
