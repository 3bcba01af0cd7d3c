package org.bpmndoc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.document.OverrideFile.Standing;
import org.bpmndoc.document.check.AnswerCheck;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.LandscapeFacts;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.yaml.YamlProblems;
import org.bpmndoc.yaml.YamlTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files of what people wrote: what comes of good ones, what is said about bad ones.
class OverrideFilesTest {

  private static final SubjectId PICK = new SubjectId("order.bpmn#pick");

  @TempDir Path folder;

  @BeforeEach
  void drawModels() throws Exception {
    Files.writeString(
        folder.resolve("order.bpmn"),
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
          <process id="order" name="Order">
            <startEvent id="start"/>
            <userTask id="pick" name="Pick"/>
            <businessRuleTask id="rate" name="Rate"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="pick"/>
            <sequenceFlow id="f2" sourceRef="pick" targetRef="rate"/>
          </process>
        </definitions>
        """);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(OverrideFiles.FOLDER).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private OverrideFiles read() throws Exception {
    Landscape landscape = new LandscapeReader().read(folder);
    LandscapeFacts facts = new LandscapeFacts(landscape);
    return OverrideFiles.read(
        folder, landscape, Profile.builtIn(), subject -> facts.of(subject).aliases().byElement());
  }

  private SubjectOverride pick(String yaml) throws Exception {
    write("pick.yaml", "subject: order.bpmn#pick\n" + yaml);
    OverrideFiles files = read();
    assertThat(files.broken()).isEmpty();
    return files.overrides().of(PICK).orElseThrow();
  }

  private List<String> problems() throws Exception {
    return read().broken().stream().map(Diagnostic::toText).toList();
  }

  @Test
  void sentences_become_items_and_elements_become_aliases() throws Exception {
    SubjectOverride pick =
        pick(
            """
            replace:
              summary: >
                Somebody picks the articles
                and puts them on a cart.
              flowSteps:
                - Somebody takes the list.
                - text: Somebody goes to the rating.
                  elements: [pick, rate]
              openQuestions: []
            extend:
              dependencies:
                - {name: Cart, kind: thing, description: It holds the articles.}
              userStories:
                - role: Picker
                  goal: see the list
                  value: nothing is forgotten
            """);

    assertThat(pick.replace())
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"summary": "Somebody picks the articles and puts them on a cart.",
                     "flowSteps": [{"text": "Somebody takes the list.", "elements": []},
                                   {"text": "Somebody goes to the rating.", "elements": ["e1", "e3"]}],
                     "openQuestions": []}
                    """));
    assertThat(pick.extend().at("/dependencies/0/elements")).isEmpty();
    assertThat(pick.extend().at("/userStories/0/acceptanceCriteria").isArray()).isTrue();
    assertThat(pick.file()).isEqualTo("bpmndoc-overrides/pick.yaml");
  }

  @Test
  void what_a_schema_calls_true_or_false_is_no_text() throws Exception {
    write(
        "rate.yml",
        """
        subject: order.bpmn#rate
        extend:
          inputs:
            - {field: Age, source: form, type: number, required: true, validation: , onError: ''}
        """);

    JsonNode input =
        read()
            .overrides()
            .of(new SubjectId("order.bpmn#rate"))
            .orElseThrow()
            .extend()
            .at("/inputs/0");

    assertThat(input.get("required").booleanValue()).isTrue();
    assertThat(input.get("validation").stringValue()).isEmpty();
  }

  @Test
  void a_document_with_words_in_it_keeps_its_order_and_its_schema() throws Exception {
    SubjectOverride pick =
        pick(
            """
            replace:
              flowSteps: [Somebody takes the list.]
            extend:
              summary: It is done by hand.
              openQuestions: [By whom?]
            """);
    JsonNode written =
        JsonMapper.shared()
            .readTree(
                """
                {"summary": "The articles are picked.", "flowSteps": [], "interactions": [],
                 "userStories": [], "dependencies": [],
                 "openQuestions": [{"text": "When?", "elements": ["e1"]}]}
                """);

    JsonNode merged = pick.applyTo(written);

    assertThat(merged.propertyNames()).containsExactlyElementsOf(written.propertyNames());
    assertThat(merged.get("summary").stringValue())
        .isEqualTo("The articles are picked.\n\nIt is done by hand.");
    assertThat(merged.at("/openQuestions/0/text").stringValue()).isEqualTo("When?");
    assertThat(merged.at("/openQuestions/1/text").stringValue()).isEqualTo("By whom?");
    assertThat(written.get("openQuestions")).hasSize(1);
    Contract epic =
        Profile.builtIn().contracts().stream()
            .filter(contract -> contract.id().kind().equals("epic"))
            .findFirst()
            .orElseThrow();
    assertThat(new AnswerCheck(List.of(epic)).check(epic, merged.toString(), Optional.empty()))
        .isInstanceOf(Checked.Accepted.class);
  }

  @Test
  void findings_about_words_that_are_gone_are_hidden() throws Exception {
    SubjectOverride pick =
        pick("replace: {flowSteps: [One.]}\nextend: {openQuestions: [By whom?]}\n");

    assertThat(pick.hides(new Finding(Finding.Grade.NOTE, "count-below", "flowSteps", "")))
        .isTrue();
    assertThat(
            pick.hides(
                new Finding(Finding.Grade.NOTE, "alias-unknown", "flowSteps[2].elements", "")))
        .isTrue();
    assertThat(
            pick.hides(
                new Finding(Finding.Grade.NOTE, "alias-unknown", "openQuestions[0].elements", "")))
        .isFalse();
    assertThat(pick.hides(new Finding(Finding.Grade.NOTE, "count-below", "flowStepsMore", "")))
        .isFalse();
  }

  @Test
  void who_answers_for_a_subject_is_no_part_of_its_document() throws Exception {
    SubjectOverride pick =
        pick(
            """
            owner: "The \\n  warehouse"
            version: 2.1
            review: {status: approved, by: Head of the warehouse, date: 2026-11-20}
            """);

    assertThat(pick.hasWords()).isFalse();
    assertThat(pick.stewardship())
        .isEqualTo(
            new Stewardship(
                Optional.of("The warehouse"),
                Optional.of("2.1"),
                Optional.of(
                    new Stewardship.Review(
                        Stewardship.Status.APPROVED,
                        Optional.of("Head of the warehouse"),
                        Optional.of(LocalDate.of(2026, 11, 20))))));
    assertThat(pick.applyTo(JsonMapper.shared().readTree("{\"summary\": \"One.\"}")))
        .isEqualTo(JsonMapper.shared().readTree("{\"summary\": \"One.\"}"));
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        arguments("replace: {summary: Yes.}", ":1: expected \"subject\""),
        arguments("subject: order.bpmn\nreplace: {summary: Yes.}", ":1: expected FILE#ELEMENT"),
        arguments("subject: [a]\n", ":1: expected FILE#ELEMENT such as"),
        arguments("subject: order.bpmn#pick\n", ":1: expected a field to replace or to extend"),
        arguments(
            "subject: order.bpmn#pick\nreplce: {}\n", ":2: expected \"subject\", \"replace\""),
        arguments(about("replace:\n  summry: No."), ":3: expected summary or flowSteps or"),
        arguments(about("replace:\n  decisions: []"), "found \"decisions\""),
        arguments(about("replace:\n  summary:\n"), ":3: expected a text, found nothing"),
        arguments(about("replace:\n  summary: [a]"), ":3: expected a text, found a list"),
        arguments(about("replace:\n  flowSteps: One."), ":3: expected a list ([] for none)"),
        arguments(
            about("replace:\n  flowSteps:\n  - {tex: One.}"), ":4: expected text or elements"),
        arguments(
            about("replace:\n  flowSteps:\n  - {elements: []}"),
            ":4: expected \"text\" beside what is here"),
        arguments(
            about("extend:\n  dependencies:\n  - Cart"), ":4: expected a mapping, found \"Cart\""),
        arguments(
            about("extend:\n  dependencies:\n  - name: Cart\n    kind: thing"),
            ":4: expected \"description\" beside what is here"),
        arguments(
            about("replace:\n  flowSteps:\n  - text: One.\n    elements:\n    - pack"),
            ":6: expected the id of an element that the subject has to do with, found \"pack\""),
        arguments(
            about("replace:\n  summary: One.\nextend:\n  summary: Two."),
            ":5: \"summary\" is replaced already"),
        arguments(about("replace:\n  summary: One.\n  summary: Two."), ":4: \"summary\" is here a"),
        arguments(about("replace:\n  summary: &a One.\n  flowSteps: *a"), "found an alias"),
        arguments(about("replace: {summary: \"" + "x".repeat(20_001) + "\"}"), "at most 20000"),
        arguments(about("replace: {summary: [}"), "expected YAML"),
        arguments(about("replace: {summary: One.}\n---\na: b"), "expected one document"),
        arguments(
            about("owner: ' '"), ":2: expected who answers for it, in at most 200 characters"),
        arguments(about("version: []"), ":2: expected a version such as 2.1"),
        arguments(about("review: approved"), ":2: expected \"status\", \"by\" or \"date\""),
        arguments(about("review: {by: Sales}"), ":2: expected \"status\", which is draft or"),
        arguments(about("review: {status: done}"), "expected draft or reviewed or approved, found"),
        arguments(
            about("review: {status: draft, date: 30.11.}"), "expected a date such as 2026-11-"),
        arguments(about("review: {status: draft, who: Me}"), "found \"who\""),
        arguments("", ": expected \"subject\", \"replace\", \"extend\", \"owner\""));
  }

  private static String about(String rest) {
    return "subject: order.bpmn#pick\n" + rest;
  }

  @ParameterizedTest
  @MethodSource("bad")
  void what_is_wrong_is_told_with_its_line(String yaml, String message) throws Exception {
    write("a.yaml", yaml);

    assertThat(problems()).isNotEmpty();
    assertThat(problems().getFirst()).startsWith("bpmndoc-overrides/a.yaml").contains(message);
    assertThat(read().overrides()).isEqualTo(Overrides.NONE);
  }

  @Test
  void two_files_about_one_subject_are_named_both() throws Exception {
    write("a/pick.yaml", "subject: order.bpmn#pick\nreplace: {summary: One.}\n");
    write("b.yaml", "subject: order.bpmn#pick\nextend: {summary: Two.}\n");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("bpmndoc-overrides/b.yaml:1: expected one file for each subject")
        .contains("bpmndoc-overrides/a/pick.yaml");
  }

  @Test
  void where_a_schema_says_more_than_types_its_word_is_told_with_the_line() throws Exception {
    Contract strict =
        new Contract(
            new ContractId("strict", 1),
            "Strict",
            "",
            JsonMapper.shared()
                .readTree(
                    """
                    {"type": "object", "required": ["summary", "risks"], "additionalProperties": false,
                     "$defs": {"level": {"type": "string", "enum": ["low", "high"]}},
                     "properties": {
                       "summary": {"type": "string"},
                       "weight": {"type": "integer", "maximum": 9},
                       "risks": {"type": "array", "items": {"type": "object",
                         "required": ["text", "level"],
                         "properties": {"text": {"type": "string"}, "level": {"$ref": "#/$defs/level"}}}}}}
                    """),
            100);
    YamlProblems problems = new YamlProblems("broken", "", 20);
    var tree =
        (YamlTree.Read)
            YamlTree.of("a.yaml", "weight: 12\nrisks:\n- text: It burns.\n  level: hgh\n");

    new OverrideFields(new ContractSchema(strict), Map.of(), problems)
        .replaced(problems.members(tree.root(), "fields"));

    assertThat(problems.all().stream().map(Diagnostic::toText))
        .satisfiesExactly(
            weight -> assertThat(weight).startsWith("a.yaml:1: ").contains("9"),
            level -> assertThat(level).startsWith("a.yaml:4: ").contains("low"));
  }

  @Test
  void a_subject_that_is_gone_is_no_error_and_the_one_obvious_name_is_told() throws Exception {
    write("a.yaml", "subject: old/order.bpmn#pick\nreplace: {whatever: it said}\n");
    write("b.yaml", "subject: order.bpmn#Rate\nreplace: {summary: One.}\n");
    write("c.yaml", "subject: ../../../etc/passwd#root\nreplace: {summary: One.}\n");

    OverrideFiles files = read();

    assertThat(files.broken()).isEmpty();
    assertThat(files.gone().stream().map(Diagnostic::hint))
        .containsExactly(
            "it may be called order.bpmn#pick now",
            "it may be called order.bpmn#rate now",
            "name another subject, or remove the file");
  }

  @Test
  void what_controls_a_terminal_or_a_page_stays_text() throws Exception {
    SubjectOverride pick =
        pick("replace:\n  summary: \"<script>alert(1)</script>\\e[31m\\0 {{7*7}}\"\n");

    assertThat(pick.replace().get("summary").stringValue())
        .isEqualTo("<script>alert(1)</script>[31m {{7*7}}");
  }

  @Test
  void no_symbolic_link_is_followed() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(
        outside.resolve("pick.yaml"), "subject: order.bpmn#pick\nreplace: {summary: One.}\n");
    Path overrides = Files.createDirectory(folder.resolve(OverrideFiles.FOLDER));
    Files.createSymbolicLink(overrides.resolve("pick.yaml"), outside.resolve("pick.yaml"));
    Files.createSymbolicLink(overrides.resolve("more"), outside);
    Files.createSymbolicLink(overrides.resolve(".#lock.yaml"), Path.of("nowhere"));

    assertThat(problems())
        .hasSize(2)
        .allMatch(problem -> problem.contains("a symbolic link, not followed"));
    assertThat(read().overrides()).isEqualTo(Overrides.NONE);

    try (Stream<Path> files = Files.walk(overrides)) {
      files.sorted(Comparator.reverseOrder()).forEach(this::delete);
    }
    Files.createSymbolicLink(overrides, outside);

    assertThat(problems()).singleElement().asString().contains("a symbolic link, not followed");
  }

  private void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void other_files_are_passed_over_and_names_are_in_order() throws Exception {
    write("z.yaml", "subject: order.bpmn#pick\nreplace: {summary: One.}\n");
    write("a/b.YML", "subject: order.bpmn#rate\nreplace: {summary: One.}\n");
    write("README.md", "What people wrote.");
    write(".git/c.yaml", "no");

    assertThat(read().all().stream().map(OverrideFile::file))
        .containsExactly("bpmndoc-overrides/a/b.YML", "bpmndoc-overrides/z.yaml");
    assertThat(read().all()).allMatch(file -> file.standing() instanceof Standing.Applies);
  }
}
