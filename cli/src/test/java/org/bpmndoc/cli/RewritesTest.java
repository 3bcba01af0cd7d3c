package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What changed, how many requests that sends, and which subjects get another document. Everything
/// was written before, with the strategy that is named first.
///
/// `delivery` and `subscription` call `payment`. `copy` is `payment` under other ids, as somebody
/// would copy a file: what is written for one is the document of both.
class RewritesTest {

  private static final String PAYMENT =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
        <process id="payment" name="Collect the money">
          <startEvent id="due" name="Money due"/>
          <sequenceFlow id="f1" sourceRef="due" targetRef="ask"/>
          <userTask id="ask" name="Ask for the money"/>
          <sequenceFlow id="f2" sourceRef="ask" targetRef="book"/>
          <serviceTask id="book" name="Book the money"/>
          <sequenceFlow id="f3" sourceRef="book" targetRef="paid"/>
          <endEvent id="paid" name="Money booked"/>
        </process>
      </definitions>
      """;

  @TempDir Path folder;

  /// Changes a landscape.
  private interface Edit {
    void in(Path landscape) throws IOException;
  }

  record Row(String changed, String first, Edit edit, String then, int sent, String rewritten) {
    @Override
    public String toString() {
      return changed + ", " + first + " then " + then;
    }
  }

  private static Row row(String changed, Edit edit, int sent, String rewritten) {
    return new Row(changed, "auto", edit, "auto", sent, rewritten);
  }

  private static Row row(String first, String then, int sent, String rewritten) {
    return new Row("nothing", first, _ -> {}, then, sent, rewritten);
  }

  static Stream<Row> rows() {
    String callers = "delivery/delivery payment/payment subscription/subscription";
    String everything =
        "copy/copy-ask copy/copy-book copy/copy-payment delivery/delivery delivery/pack"
            + " payment/ask payment/book payment/payment subscription/pack"
            + " subscription/subscription";
    return Stream.of(
        row("nothing", _ -> {}, 0, ""),
        row("ids of elements", edit("delivery", xml -> xml.replace("pack", "t1")), 0, ""),
        row("a file more", file("other", caller("other", "Other")), 2, "other/other other/pack"),
        row("a caller more, like one there is", file("x", caller("x", "Delivery")), 0, ""),
        row(
            "the copy",
            edit("copy", xml -> xml.replace("Ask for", "Beg for")),
            3,
            "copy/copy-ask copy/copy-book copy/copy-payment"),
        row("a leaf", edit("delivery", documented("pack")), 2, "delivery/delivery delivery/pack"),
        row(
            "a leaf that is shared",
            edit("payment", documented("ask")),
            4,
            callers.replace("payment/payment", "payment/ask payment/payment")),
        row("a person's words about a leaf", override("payment.bpmn#ask"), 3, callers),
        row("the language", file("bpmndoc.yaml", "language: sv\n"), 7, everything),
        row("graph", "summaries", 0, ""),
        row("summaries", "summaries", 0, ""),
        row("summaries", "graph", 3, "copy/copy-payment " + callers));
  }

  private static String caller(String id, String name) {
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
      <process id="%s" name="%s">
        <startEvent id="ordered" name="Ordered"/>
        <sequenceFlow id="f1" sourceRef="ordered" targetRef="pack"/>
        <userTask id="pack" name="Pack the parcel"/>
        <sequenceFlow id="f2" sourceRef="pack" targetRef="collect"/>
        <callActivity id="collect" name="Collect the money" calledElement="payment"/>
        <sequenceFlow id="f3" sourceRef="collect" targetRef="done"/>
        <endEvent id="done" name="Delivered"/>
      </process>
    </definitions>
    """
        .formatted(id, name);
  }

  private static Edit edit(String name, UnaryOperator<String> change) {
    return landscape -> {
      Path file = landscape.resolve(name + ".bpmn");
      String before = Files.readString(file);
      String after = change.apply(before);
      assertThat(after).isNotEqualTo(before);
      Files.writeString(file, after);
    };
  }

  private static Edit file(String name, String text) {
    return landscape ->
        Files.writeString(landscape.resolve(name.contains(".") ? name : name + ".bpmn"), text);
  }

  private static UnaryOperator<String> documented(String task) {
    return xml ->
        xml.replaceFirst(
            "(<userTask id=\"" + task + "\" name=\"[^\"]*\")/>",
            "$1><documentation>By hand.</documentation></userTask>");
  }

  private static Edit override(String subject) {
    return landscape -> {
      Path overrides = Files.createDirectories(landscape.resolve("bpmndoc-overrides"));
      Files.writeString(
          overrides.resolve("ask.yaml"),
          "subject: \"" + subject + "\"\nreplace:\n  summary: Nobody is asked twice.\n");
    };
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_changed_is_what_is_sent(Row row) throws Exception {
    file("payment", PAYMENT).in(folder);
    file("copy", PAYMENT.replaceAll("(id|Ref)=\"", "$1=\"copy-")).in(folder);
    file("delivery", caller("delivery", "Delivery")).in(folder);
    file("subscription", caller("subscription", "Subscription")).in(folder);
    generate(row.first());
    List<String> before = runs();

    row.edit().in(folder);
    JsonNode again = generate(row.then());

    assertThat(rewritten(before)).isEqualTo(row.rewritten());
    assertThat(again.at("/requests/batch").asInt() + again.at("/requests/direct").asInt())
        .isEqualTo(row.sent());
  }

  private JsonNode generate(String strategy) {
    Invocation generated =
        Invocation.of("generate", folder, "--strategy", strategy, "--json", "--poll", "10ms");
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated.json();
  }

  private List<String> runs() {
    try (State state = state()) {
      return List.copyOf(state.journal().runs());
    }
  }

  private State state() {
    return State.openExisting(new StateAddress.Folder(folder.resolve(CommonOptions.FOLDER)))
        .orElseThrow();
  }

  /// Elements, by the names of their files and themselves.
  private String rewritten(List<String> before) {
    try (State state = state()) {
      Stream<Entry> entries =
          state.journal().runs().stream()
              .filter(run -> !before.contains(run))
              .flatMap(run -> state.journal().entries(run).stream());
      return entries
          .filter(Entry.Documented.class::isInstance)
          .map(Entry.Documented.class::cast)
          .filter(Entry.Documented::written)
          .map(written -> written.subject().value().replace(".bpmn#", "/"))
          .sorted()
          .collect(Collectors.joining(" "));
    }
  }
}
