package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.xml.OwnText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What changed in `order.bpmn` | which subjects then have another fingerprint. All children have
/// the documents they had before.
class FingerprintTableTest {

  private static final List<String> ALL_OF_THE_PROCESS =
      List.of(
          "Ask the credit bureau",
          "Cancel",
          "Check the order",
          "File the papers",
          "Fulfil an order",
          "Hand it to the carrier",
          "Pick the articles",
          "Print the label",
          "Rate the customer",
          "Ship",
          "Stop everything");

  @TempDir private static Path before;
  @TempDir private Path after;

  private static String order = "";
  private static String billing = "";
  private static Map<String, String> fingerprints = Map.of();

  @BeforeAll
  static void read() throws Exception {
    order = Files.readString(GoldenFactsTest.CASES.resolve("order.bpmn"));
    billing = Files.readString(GoldenFactsTest.CASES.resolve("billing.bpmn"));
    fingerprints = fingerprints(before, Map.of("order.bpmn", order, "billing.bpmn", billing));
  }

  static Stream<Arguments> same() {
    return Stream.of(
        same("nothing", xml -> xml),
        same("shapes moved", replace("x=\"4711\"", "x=\"12\"")),
        same("diagram gone", xml -> xml.replaceAll("(?s)<bpmndi:BPMNDiagram.*BPMNDiagram>", "")),
        same("elements and attributes reordered", xml -> RewrittenFile.reordered(xml, 1)),
        same("elements and attributes reordered again", xml -> RewrittenFile.reordered(xml, 2)),
        same("and again", xml -> RewrittenFile.reordered(xml, 3)),
        same("ids renamed", xml -> RewrittenFile.withOtherIds(xml, 1)),
        same(
            "ids renamed and elements reordered",
            xml -> RewrittenFile.withOtherIds(RewrittenFile.reordered(xml, 4), 2)),
        same("white space", RewrittenFile::reindented),
        same(
            "another exporter",
            replace("Some Modeler\" exporterVersion=\"5", "Other\" exporterVersion=\"6")),
        same(
            "another prefix",
            xml -> xml.replace("bpmn:", "semantic:").replace("xmlns:bpmn=", "xmlns:semantic=")),
        same("what bpmndoc wrote into it", xml -> documented(xml, OwnText.format("Said."))),
        same("a script", replace("script4711.run()", "run()")),
        same("an assignee", replace("assignee-4711", "somebody")),
        same("candidates", replace("users-4711", "others")),
        same("a connector's property", replace("connector-value-4711", "other")),
        same("a listener", replace("org.example.Listener4711", "Other")),
        same("a vendor's property", replace("property-4711", "other")),
        same("a mapping's value", replace("${order4711}", "${other}")));
  }

  /// With something in every activity.
  private static String documented(String xml, String format) {
    return xml.replaceAll(
        "(<bpmn:(?:\\w*[tT]ask|subProcess|callActivity) [^>]*[^/]>)",
        "$1<bpmn:documentation textFormat=\"" + format + "\">Said.</bpmn:documentation>");
  }

  private static Arguments same(String change, UnaryOperator<String> how) {
    return arguments(change, how);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("same")
  void what_means_nothing_changes_no_fingerprint(String change, UnaryOperator<String> how)
      throws Exception {
    assertThat(changed(how)).isEmpty();
  }

  static Stream<Arguments> other() {
    return Stream.of(
        other(
            "a task's name",
            replace("Print the label", "Print the labels"),
            "Print the labels",
            "Ship"),
        other(
            "a task's documentation",
            replace("missing   articles", "missing items"),
            "Check the order"),
        other(
            "what somebody made of what bpmndoc wrote into it",
            xml -> documented(xml, OwnText.format("Said.") + "0"),
            ALL_OF_THE_PROCESS.toArray(String[]::new)),
        other(
            "a condition",
            replace("rating &lt;= 2", "rating &lt;= 1"),
            "Fulfil an order",
            "Rate the customer"),
        other(
            "no default flow",
            replace(" default=\"Flow_0good\"", ""),
            "Fulfil an order",
            "Pick the articles",
            "Rate the customer"),
        other(
            "a gateway's documentation",
            replace("never paid late", "always paid"),
            "Ask the credit bureau",
            "Fulfil an order",
            "Pick the articles",
            "Rate the customer"),
        other(
            "a lane's name",
            replace("name=\"Sales\"", "name=\"Sales desk\""),
            "Ask the credit bureau",
            "Check the order",
            "Fulfil an order",
            "Pick the articles",
            "Rate the customer",
            "Ship"),
        other("a message's name", replace("Delivery note", "Receipt"), "Fulfil an order"),
        other("a timer", replace("P2D", "P3D"), "Check the order", "Fulfil an order"),
        other("a form field", replace("Is it complete?", "Is all there?"), "Check the order"),
        other("data", replace("Order form", "Order sheet"), "Check the order", "Fulfil an order"),
        other(
            "a note", replace("by phone too", "by mail too"), "Check the order", "Fulfil an order"),
        other("a topic", replace("picking", "packing"), "Pick the articles"),
        other(
            "a call's documentation",
            replace("what was shipped", "what was sent"),
            "Fulfil an order"),
        other(
            "the process's documentation",
            replace("or says why not", "or not"),
            ALL_OF_THE_PROCESS.toArray(String[]::new)),
        other(
            "how the process ends",
            replace("Order refused", "Order rejected"),
            ALL_OF_THE_PROCESS.toArray(String[]::new)));
  }

  private static Arguments other(String change, UnaryOperator<String> how, String... subjects) {
    return arguments(change, how, List.of(subjects));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("other")
  void what_means_something_changes_the_fingerprints_of_whom_it_concerns(
      String change, UnaryOperator<String> how, List<String> subjects) throws Exception {
    assertThat(changed(how)).containsExactlyElementsOf(subjects);
  }

  @Test
  void a_file_may_have_another_name() throws Exception {
    assertThat(fingerprints(after, Map.of("a.bpmn", order, "b.bpmn", billing)))
        .isEqualTo(fingerprints);
  }

  @Test
  void a_new_caller_does_not_rewrite_whom_it_calls() throws Exception {
    String caller =
        Requests.process(
            "<callActivity id=\"c\" name=\"Bill\" calledElement=\"Process_0billing\"/>");

    Map<String, String> now =
        fingerprints(
            after, Map.of("order.bpmn", order, "billing.bpmn", billing, "caller.bpmn", caller));

    assertThat(now).containsAllEntriesOf(fingerprints).containsKey("Steps");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void look_alikes_are_told_apart_by_what_they_say_and_not_by_their_place(long seed)
      throws Exception {
    String steps =
        Requests.process(
            """
            <parallelGateway id="g0"/>
            <exclusiveGateway id="g1"/><exclusiveGateway id="g2"/>
            <userTask id="a1" name="Check"><documentation>The price.</documentation></userTask>
            <userTask id="a2" name="Check"><documentation>The address.</documentation></userTask>
            <subProcess id="s1" name="Do"><task id="s1t" name="One"/></subProcess>
            <subProcess id="s2" name="Do"><task id="s2t" name="Other"/></subProcess>
            <task id="b1" name="Go"/><task id="b2" name="Stop"/>
            <sequenceFlow id="f1" sourceRef="g0" targetRef="a1"/>
            <sequenceFlow id="f2" sourceRef="g0" targetRef="a2"/>
            <sequenceFlow id="f3" sourceRef="g0" targetRef="s1"/>
            <sequenceFlow id="f4" sourceRef="g0" targetRef="s2"/>
            <sequenceFlow id="f5" sourceRef="a1" targetRef="g1"/>
            <sequenceFlow id="f6" sourceRef="a1" targetRef="g2"/>
            <sequenceFlow id="f7" sourceRef="g1" targetRef="b1"/>
            <sequenceFlow id="f8" sourceRef="g2" targetRef="b2"/>
            """);
    Files.createDirectory(after.resolve("one"));
    Files.createDirectory(after.resolve("two"));

    Set<String> one = allFingerprints(after.resolve("one"), steps);
    Set<String> two =
        allFingerprints(
            after.resolve("two"),
            RewrittenFile.withOtherIds(RewrittenFile.reordered(steps, seed), seed));

    assertThat(one).hasSize(9);
    assertThat(two).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"claim.bpmn", "onboard.bpmn"})
  void another_order_and_other_ids_change_no_facts(String file) throws Exception {
    String xml = Files.readString(GoldenFactsTest.CASES.resolve(file));
    Files.createDirectory(after.resolve("one"));
    Set<String> one = allFingerprints(after.resolve("one"), xml);

    for (long seed = 1; seed <= 5; seed++) {
      Path folder = Files.createDirectory(after.resolve("again" + seed));
      String again = RewrittenFile.withOtherIds(RewrittenFile.reordered(xml, seed), seed);

      assertThat(allFingerprints(folder, again)).isEqualTo(one);
    }
  }

  private static Set<String> allFingerprints(Path folder, String xml) throws Exception {
    Set<String> fingerprints = new TreeSet<>();
    Requests.all(Requests.landscape(folder, Map.of("steps.bpmn", xml)), Requests.SETTINGS)
        .values()
        .forEach(request -> fingerprints.add(request.fingerprint().hex()));
    return fingerprints;
  }

  private List<String> changed(UnaryOperator<String> how) throws Exception {
    String xml = how.apply(order);
    Map<String, String> now =
        fingerprints(after, Map.of("order.bpmn", xml, "billing.bpmn", billing));
    List<String> changed = new ArrayList<>();
    new TreeMap<>(now)
        .forEach((name, fingerprint) -> {
          if (!fingerprint.equals(fingerprints.get(name))) {
            changed.add(name);
          }
        });
    return changed;
  }

  private static UnaryOperator<String> replace(String target, String replacement) {
    return xml -> {
      assertThat(xml).contains(target);
      return xml.replace(target, replacement);
    };
  }

  private static Map<String, String> fingerprints(Path folder, Map<String, String> files)
      throws Exception {
    Landscape landscape = Requests.landscape(folder, files);
    Map<String, String> byName = new LinkedHashMap<>();
    Requests.all(landscape, Requests.SETTINGS)
        .forEach((id, request) ->
            byName.put(landscape.subject(id).element().name(), request.fingerprint().hex()));
    return byName;
  }
}
