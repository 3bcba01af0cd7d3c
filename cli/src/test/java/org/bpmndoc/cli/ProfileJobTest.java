package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.store.sql.State;
import org.bpmndoc.store.sql.StateAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Runs by profiles that a person has changed. The example has three user tasks, a service task and
/// the process above them.
class ProfileJobTest {

  private static final Path RISK_NOTE = Path.of("examples/kinds/risk-note");

  @TempDir Path folder;

  private Path hello = Path.of("");
  private Path profile = Path.of("");

  @BeforeEach
  void copyExampleAndProfile() {
    hello = Invocation.example("hello", folder);
    profile = folder.resolve("my-profile");
    assertThat(Invocation.of("profile", "--write", profile).exitCode()).isZero();
  }

  private void edit(String file, String from, String to) {
    try {
      String text = Files.readString(profile.resolve(file));
      assertThat(text).contains(from);
      Files.writeString(profile.resolve(file), text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As docs/how-to/change-what-is-written.md says.
  private void addRiskNote() {
    Invocation.copy(Invocation.ROOT.resolve(RISK_NOTE), profile.resolve("risk-note"));
    edit("epic/contract.json", "\"userTask\", ", "");
    edit("profile.json", "built-in", "risk");
  }

  private Invocation generate(Object... more) {
    return Invocation.of(
        Stream.concat(
                Stream.of("generate", hello, "--json", "--poll", "10ms", "--list-delay", "0ms"),
                Stream.of(more))
            .toArray());
  }

  private JsonNode done(Object... more) {
    Invocation generated = generate(more);
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    return generated.json();
  }

  private Document stored(String element) throws Exception {
    StateAddress address = new StateAddress.Folder(hello.resolve(".bpmndoc"));
    try (State state = State.openExisting(address).orElseThrow()) {
      return Optional.ofNullable(
              state.documents().assignments().get(new SubjectId("hello.bpmn#" + element)))
          .flatMap(assignment -> state.documents().find(assignment.fingerprint()))
          .orElseThrow();
    }
  }

  /// How many pages say that.
  private long pagesWith(String words) throws IOException {
    try (Stream<Path> files = Files.walk(hello.resolve("bpmndoc-site"))) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .filter(file -> {
            try {
              return Files.readString(file).contains(words);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          })
          .count();
    }
  }

  @Test
  void a_kind_of_ones_own_goes_all_the_way_to_its_page() throws Exception {
    addRiskNote();

    JsonNode report = done("--profile", profile);

    assertThat(report.get("documented").asInt()).isEqualTo(5);
    Document note = stored("Task_CheckReceipts");
    assertThat(note.contract()).isEqualTo(new ContractId("risk-note", 1));
    assertThat(note.content().propertyNames())
        .containsExactly("summary", "risks", "controls", "openQuestions");
    assertThat(note.content().path("openQuestions").toString()).contains("“risks”");
    assertThat(stored("Task_PayBack").contract().kind()).isEqualTo("epic");
    assertThat(pagesWith("Risk Note")).isEqualTo(3);
    assertThat(done("--profile", profile).get("documented").asInt()).isZero();

    Invocation site = Invocation.of("site", hello);
    assertThat(site.exitCode()).as(site.err()).isZero();
    assertThat(site.err()).doesNotContain("another profile");
    assertThat(site.out()).contains(" 0 written");
  }

  /// A parent sees titles of kinds and contents of documents, not the prompts they came from.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "profile.json               | built-in                 | ours                    | 0",
        "epic/contract.json         | \"answerTokensMax\": 2400  | \"answerTokensMax\": 2500 | 4",
        "epic/prompt.md             | You document             | You describe            | 4",
        "epic/contract.json         | \"Epic\"                 | \"Task Note\"             | 5",
        "feature-goal/prompt.md     | You document             | You describe            | 1",
        "business-rule/prompt.md    | You                      | One                     | 0",
        "house-rules.md             | plain sentences          | short sentences         | 5",
        "profile.json               | \"userStories\": 3       | \"userStories\": 0        | 1",
        "profile.json               | \"max\": 40              | \"max\": 2                | 1",
        "profile.json               | \"summariesMax\": 30     | \"summariesMax\": 2       | 0",
      })
  void what_is_changed_is_written_again_and_nothing_else(
      String file, String from, String to, int rewritten) {
    assertThat(done().get("documented").asInt()).isEqualTo(5);

    edit(file, from, to);

    assertThat(done("--profile", profile).get("documented").asInt()).isEqualTo(rewritten);
  }

  @Test
  void what_was_left_out_is_said_with_the_numbers_of_the_profile() throws Exception {
    edit("profile.json", "\"max\": 40", "\"max\": 2");
    Path out = folder.resolve("requests");
    done("--profile", profile);
    edit("feature-goal/prompt.md", "You document", "You describe");

    Invocation plan = Invocation.of("plan", hello, "--profile", profile, "--requests", out);

    assertThat(plan.exitCode()).as(plan.err()).isZero();
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files)
          .singleElement()
          .satisfies(request ->
              assertThat(Files.readString(request))
                  .contains("shown the documents of its first 2 children only"));
    }
  }

  @Test
  void a_run_goes_on_with_the_profile_it_was_begun_with_whatever_became_of_that() throws Exception {
    addRiskNote();
    int code = generate("--profile", profile, "--strategy", "multi-stage", "--no-wait").exitCode();
    assertThat(code).isEqualTo(ExitCode.RUNNING.number());
    edit("risk-note/contract.json", "\"version\": 1", "\"version\": 2");

    Invocation other = Invocation.of("resume", hello, "--profile", profile);
    Invocation new_ = generate("--profile", profile);
    Invocation resumed = Invocation.of("resume", hello, "--json", "--poll", "10ms");

    assertThat(other.exitCode()).isEqualTo(ExitCode.UNUSABLE.number());
    assertThat(other.err())
        .contains("was begun with another profile (\"risk\") than what is in " + profile)
        .contains("leave --profile out, the run has kept its own");
    assertThat(new_.exitCode()).isEqualTo(ExitCode.UNUSABLE.number());
    assertThat(new_.err()).contains("still has requests under way");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(stored("Task_CheckReceipts").contract().version()).isEqualTo(1);

    Invocation site = Invocation.of("site", hello, "--profile", profile);
    assertThat(site.exitCode()).isZero();
    assertThat(site.err()).contains("the newest run was begun with another profile (\"risk\")");
  }

  @Test
  void models_can_be_named_for_its_kinds_and_for_no_others() {
    addRiskNote();
    String small = "claude-haiku-5-5";

    Invocation plan =
        Invocation.of(
            "plan",
            hello,
            "--profile",
            profile,
            "--model-for",
            "risk-note=claude-opus-5-5",
            "--json");
    Invocation without = Invocation.of("plan", hello, "--model-for", "risk-note=" + small);

    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.json().get("models").propertyNames())
        .containsExactly("business-rule", "epic", "feature-goal", "risk-note");
    assertThat(without.exitCode()).isEqualTo(ExitCode.UNUSABLE.number());
    assertThat(without.err())
        .contains("expected feature-goal or epic or business-rule, found \"risk-note\"");
  }

  @Test
  void a_landscape_and_a_person_can_name_it_once_and_for_all() throws Exception {
    addRiskNote();
    Invocation.copy(profile, hello.resolve("ours"));
    Files.writeString(hello.resolve("bpmndoc.yaml"), "profile: ours\n");

    assertThat(done().get("documented").asInt()).isEqualTo(5);
    assertThat(stored("Task_HandInClaim").contract().kind()).isEqualTo("risk-note");
  }

  @Test
  void a_broken_profile_is_refused_with_file_and_line_before_anything_is_sent() {
    edit("epic/contract.json", "\"version\": 2", "\"version\": \"two\"");
    edit("epic/prompt.md", "`interactions`", "what a person does");

    for (String command : List.of("generate", "plan")) {
      Invocation refused = Invocation.of(command, hello, "--profile", profile);

      assertThat(refused.exitCode()).isEqualTo(ExitCode.UNUSABLE.number());
      assertThat(refused.err())
          .contains(profile.resolve("epic/contract.json") + ":3: expected \"version\"")
          .contains("found the text \"two\"")
          .contains("found nothing of interactions");
    }
    assertThat(hello.resolve(".bpmndoc")).doesNotExist();
  }

  @Test
  void the_built_in_one_can_be_written_looked_at_and_is_never_written_over() throws Exception {
    Invocation text = Invocation.of("profile", profile);
    JsonNode copy = Invocation.of("profile", profile, "--json").json();
    JsonNode builtIn = Invocation.of("profile", "--json").json();

    assertThat(text.out())
        .contains("profile \"built-in\", which says what the built-in one says")
        .contains("epic@")
        .contains("of task, userTask, serviceTask")
        .contains("checked steps in flowSteps, events in flowSteps, roles in userStories");
    assertThat(copy.get("builtIn").asBoolean()).isTrue();
    assertThat(copy.get("digest")).isEqualTo(builtIn.get("digest"));
    assertThat(copy.get("diagnostics")).isEmpty();
    assertThat(kinds(copy))
        .isEqualTo(kinds(builtIn))
        .containsOnlyKeys("feature-goal", "epic", "business-rule");

    Invocation again = Invocation.of("profile", "--write", profile);
    assertThat(again.exitCode()).isEqualTo(ExitCode.UNUSABLE.number());
    assertThat(again.err()).contains("expected a folder that is new or empty");

    Files.delete(profile.resolve("epic/schema.json"));
    Invocation broken = Invocation.of("profile", profile, "--json");
    assertThat(broken.exitCode()).isEqualTo(ExitCode.UNUSABLE.number());
    assertThat(broken.json().at("/diagnostics/0/file").asString()).endsWith("epic/schema.json");
  }

  private static Map<String, String> kinds(JsonNode profile) {
    return profile
        .get("kinds")
        .valueStream()
        .collect(
            java.util.stream.Collectors.toMap(
                kind -> kind.get("kind").asString(), JsonNode::toString));
  }

  @Test
  void the_reference_names_every_key_check_and_type() throws Exception {
    String page = Files.readString(Invocation.ROOT.resolve("docs/reference/profile.md"));

    assertThat(
            Stream.of(
                    Stream.of("name", "children", "max", "summariesMax", "shown"),
                    Stream.of("kind", "version", "title", "of", "answerTokensMax"),
                    Stream.of("limits", "checks", "items", "sentences", "field", "check"),
                    org.bpmndoc.document.Profile.TYPES.stream(),
                    Arrays.stream(org.bpmndoc.document.Contract.Kind.values())
                        .flatMap(
                            kind -> Stream.concat(Stream.of(kind.label()), kind.item().stream())))
                .flatMap(words -> words)
                .filter(word -> !page.contains("`" + word + "`")))
        .isEmpty();
  }

  @Test
  void what_the_how_to_shows_is_what_this_test_does() throws Exception {
    String page =
        Files.readString(Invocation.ROOT.resolve("docs/how-to/change-what-is-written.md"));

    assertThat(page)
        .contains("bpmndoc profile --write my-profile")
        .contains("cp -r " + RISK_NOTE + " my-profile/")
        .contains("bpmndoc profile my-profile")
        .contains("bpmndoc generate models --profile my-profile");
    String epic = Files.readString(profile.resolve("epic/contract.json"));
    assertThat(page)
        .contains(
            epic.lines()
                .filter(line -> line.contains("\"of\""))
                .findFirst()
                .orElseThrow()
                .strip()
                .replace("\"userTask\", ", ""));
  }
}
