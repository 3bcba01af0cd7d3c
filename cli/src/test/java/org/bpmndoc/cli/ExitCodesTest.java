package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bpmndoc.cli.Invocation.Shell;
import org.bpmndoc.emulator.Answer;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.Writer;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every exit code but 130, which takes a process to interrupt: [SignalsTest].
class ExitCodesTest {

  private static final String[] PAID = {"--provider", "anthropic", "--poll", "10ms", "--yes"};

  /// Commands that need to know what was generated before.
  private static final List<String> LOOKING =
      List.of(
          "status",
          "resume",
          "retry",
          "cancel",
          "explain DIR hello.bpmn#Task_PayBack",
          "diff",
          "site",
          "check",
          "annotate",
          "audit",
          "store export DIR documents.jsonl",
          "prune",
          "purge");

  @TempDir Path folder;

  /// The words of a command, with a folder where it says so, or at the end.
  private static Object[] words(String command, Path directory) {
    return Stream.of((command.contains("DIR") ? command : command + " DIR").split(" "))
        .map(word -> word.equals("DIR") ? directory : word)
        .toArray();
  }

  private static Object[] generate(Path directory, String... options) {
    Object[] args = new Object[2 + options.length];
    args[0] = "generate";
    args[1] = directory;
    System.arraycopy(options, 0, args, 2, options.length);
    return args;
  }

  @Test
  void done_is_0() {
    Path hello = Invocation.example("hello", folder);

    Invocation generated = Invocation.of("generate", hello);

    assertThat(generated.exitCode()).as(generated.err()).isZero();
    assertThat(generated.out()).contains("index.html").contains("without an LLM");
    assertThat(hello.resolve("bpmndoc-site/index.html")).isNotEmptyFile();
  }

  @Test
  void a_subject_without_a_document_is_1_and_its_parents_are_blocked() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Writer refusing = params -> new Answer.Refused(400, "invalid_request_error", "not today");
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(refusing))) {
      Invocation generated = Shell.with(emulator).run(generate(hello, PAID));

      assertThat(generated.exitCode()).isEqualTo(1);
      assertThat(generated.out())
          .contains("failed hello.bpmn#")
          .contains("not today")
          .contains("blocked hello.bpmn#");
      assertThat(Shell.with(emulator).run("status", hello, "--json").json().get("state").asString())
          .isEqualTo("incomplete");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-such-folder            | there is no such folder
          empty                     | expected at least one BPMN file
          broken                    | none of the 1 candidate files could be read
          a-file                    | expected a folder of BPMN files, found a file
          """)
  void a_folder_that_cannot_be_used_is_2(String name, String message) throws Exception {
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("a-file"), "text");
    Files.createDirectories(folder.resolve("broken"));
    Files.writeString(folder.resolve("broken/order.bpmn"), "<definitions><process");

    Invocation generated = Invocation.of("generate", folder.resolve(name));

    assertThat(generated.exitCode()).isEqualTo(2);
    assertThat(generated.err()).contains(message);
    assertThat(folder.resolve(name).resolve(".bpmndoc")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --strategy best     | there is no strategy "best"; there are direct, multi-stage, hybrid, stored, summaries, graph, auto
          --provider openai   | --provider: expected offline or anthropic, found openai
          --model gpt         | no price is known for model "gpt"
          --poll soon         | expected a duration such as 200ms, 30s, 15m or 4h, found soon
          --budget much       | expected an amount of US dollars such as 5 or 0.75, found much
          --language 1        | expected a language tag such as en or sv-SE, found 1
          --only hello        | has no subject hello
          --strategy hybrid --max-waits 0 | does not keep at most 0 waits (it has 1)
          --deadline 1s       | does not keep its deadline
          --nonsense x        | Unknown option
          --state jdbc:mysql://db/x | not at jdbc:mysql://db/x
          --state jdbc:postgresql://db/x?password=y | hint: set PGPASSWORD in the environment
          --state jdbc:postgresql://localhost:1/x | localhost:1/x does not answer
          """)
  void an_option_that_makes_no_sense_is_2(String options, String message) {
    Path hello = Invocation.example("hello", folder);

    Invocation generated = Invocation.of(generate(hello, options.split(" ")));

    assertThat(generated.exitCode()).as(generated.err()).isEqualTo(2);
    assertThat(generated.err()).contains(message);
  }

  @Test
  void no_command_and_an_unknown_one_are_2() {
    assertThat(Invocation.of().exitCode()).isEqualTo(2);
    assertThat(Invocation.of("genrate").exitCode()).isEqualTo(2);
  }

  @Test
  void no_key_is_2_and_says_which() {
    Path hello = Invocation.example("hello", folder);

    Invocation generated = Invocation.of(generate(hello, PAID));

    assertThat(generated.exitCode()).isEqualTo(2);
    assertThat(generated.err()).contains("ANTHROPIC_API_KEY is not set; nothing was sent");
  }

  @Test
  void money_without_a_yes_is_2_where_nobody_can_be_asked() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Invocation generated = Shell.with(emulator).run(generate(hello, "--provider", "anthropic"));

      assertThat(generated.exitCode()).isEqualTo(2);
      assertThat(generated.err()).contains("--yes or --budget");
      assertThat(emulator.requests()).isEmpty();
    }
  }

  @Test
  void at_a_terminal_the_plan_is_shown_and_no_is_2() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Invocation generated =
          Shell.with(emulator)
              .atTerminal("n\n")
              .run(generate(hello, "--provider", "anthropic", "-q"));

      assertThat(generated.exitCode()).isEqualTo(2);
      assertThat(generated.err()).contains("multi-stage").contains("Go ahead? [y/N]");
      assertThat(emulator.requests()).isEmpty();
      assertThat(
              Shell.with(emulator)
                  .atTerminal("y\n")
                  .run(generate(hello, "--provider", "anthropic", "-q", "--poll", "10ms"))
                  .exitCode())
          .isZero();
    }
  }

  @Test
  void a_wrong_key_is_3_says_so_and_the_right_one_goes_on() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator =
        Emulator.start(EmulatorSettings.of(new OfflineWriter()).withKey("the-right-key"))) {
      Invocation wrong = Shell.with(emulator).run(generate(hello, PAID));

      assertThat(wrong.exitCode()).isEqualTo(3);
      assertThat(wrong.out()).contains("paused (authentication)").contains("bpmndoc resume");
      assertThat(wrong.out() + wrong.err()).doesNotContain("test-key");

      Invocation right =
          Shell.with(emulator)
              .and("ANTHROPIC_API_KEY", "the-right-key")
              .run("resume", hello, "--poll", "10ms");
      assertThat(right.exitCode()).as(right.out() + right.err()).isZero();
    }
  }

  @Test
  void a_budget_that_is_used_up_is_3_and_more_of_it_goes_on() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator = Emulator.start(EmulatorSettings.of(new OfflineWriter()))) {
      Shell shell = Shell.with(emulator);
      Invocation poor =
          shell.run(
              generate(
                  hello,
                  "--strategy",
                  "hybrid",
                  "--provider",
                  "anthropic",
                  "--poll",
                  "10ms",
                  "--budget",
                  "0.008"));

      assertThat(poor.exitCode()).as(poor.out() + poor.err()).isEqualTo(3);
      assertThat(poor.out()).contains("paused (budget)").contains("--budget USD");
      assertThat(emulator.bill().total().isMoreThan(org.bpmndoc.plan.Usd.of("0.008"))).isFalse();

      Invocation rich = shell.run("resume", hello, "--poll", "10ms", "--budget", "1", "--json");
      assertThat(rich.exitCode()).as(rich.err()).isZero();
      assertThat(rich.json().get("costUsd").decimalValue())
          .isEqualByComparingTo(emulator.bill().total().amount());
    }
  }

  @Test
  void a_batch_that_is_not_waited_for_is_4_until_it_has_ended() throws Exception {
    Path hello = Invocation.example("hello", folder);
    SettableClock clock = new SettableClock(Instant.now());
    EmulatorSettings slow =
        EmulatorSettings.of(new OfflineWriter()).withTime(clock, Duration.ofHours(1));
    try (Emulator emulator = Emulator.start(slow)) {
      Shell shell = Shell.with(emulator);
      Invocation left =
          shell.run(
              generate(
                  hello,
                  "--strategy",
                  "hybrid",
                  "--provider",
                  "anthropic",
                  "--poll",
                  "10ms",
                  "--yes",
                  "--no-wait"));
      assertThat(left.exitCode()).as(left.out() + left.err()).isEqualTo(4);
      assertThat(shell.run("resume", hello, "--poll", "10ms", "--no-wait").exitCode()).isEqualTo(4);
      assertThat(shell.run("status", hello).out()).contains("batch 1 (msgbatch_");

      clock.advance(Duration.ofHours(2));
      assertThat(shell.run("resume", hello, "--poll", "10ms", "--no-wait").exitCode()).isZero();
    }
  }

  @Test
  void generate_goes_on_with_what_is_under_way_and_pays_once() throws Exception {
    Path hello = Invocation.example("hello", folder);
    SettableClock clock = new SettableClock(Instant.now());
    EmulatorSettings slow =
        EmulatorSettings.of(new OfflineWriter()).withTime(clock, Duration.ofHours(1));
    try (Emulator emulator = Emulator.start(slow)) {
      Shell shell = Shell.with(emulator);
      String[] options = {
        "--strategy", "hybrid", "--provider", "anthropic", "--poll", "10ms", "--yes", "--no-wait"
      };
      assertThat(shell.run(generate(hello, options)).exitCode()).isEqualTo(4);
      Invocation offline = shell.run("generate", hello);
      assertThat(offline.exitCode()).isEqualTo(2);
      assertThat(offline.err()).contains("still has requests under way");

      clock.advance(Duration.ofHours(2));
      assertThat(shell.run(generate(hello, options)).exitCode()).isZero();

      assertThat(emulator.bill().lines().stream().map(line -> line.what()).toList())
          .doesNotHaveDuplicates()
          .hasSize(Invocation.of("status", hello, "--json").json().get("subjects").asInt());
    }
  }

  @Test
  void nothing_to_look_at_yet_is_2() {
    Path hello = Invocation.example("hello", folder);
    for (String command : LOOKING) {
      Invocation looked = Invocation.of(words(command, hello));
      assertThat(looked.exitCode()).as(command).isEqualTo(2);
      assertThat(looked.err()).contains("nothing has been generated yet");
      assertThat(hello.resolve(".bpmndoc")).as(command).doesNotExist();
    }
  }

  @Test
  void a_folder_that_is_none_is_2_and_nobody_is_told_to_generate_it() throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");
    for (String command : LOOKING) {
      Invocation missing = Invocation.of(words(command, folder.resolve("no-such-folder")));
      assertThat(missing.exitCode()).as(command).isEqualTo(2);
      assertThat(missing.err())
          .as(command)
          .contains("no-such-folder: there is no such folder")
          .doesNotContain("bpmndoc generate");
      Invocation file = Invocation.of(words(command, letter));
      assertThat(file.exitCode()).as(command).isEqualTo(2);
      assertThat(file.err()).as(command).contains("expected a folder of BPMN files, found a file");
    }
  }

  @Test
  void a_folder_with_a_space_in_its_name_is_quoted_in_the_command_that_helps() {
    Path spaced = Invocation.copy(Invocation.ROOT.resolve("examples/hello"), folder.resolve("a b"));

    assertThat(Invocation.of("status", spaced).err())
        .contains("hint: bpmndoc generate '" + spaced + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"store export DIR FILE", "diff DIR --out FILE"})
  void a_file_in_a_folder_that_is_not_there_is_2_and_says_which_folder(String command) {
    Path hello = Invocation.example("hello", folder);
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();
    Path file = folder.resolve("no-such-folder/documents");

    Invocation written =
        Invocation.of(
            Stream.of(command.split(" "))
                .map(word ->
                    switch (word) {
                      case "DIR" -> hello;
                      case "FILE" -> file;
                      default -> word;
                    })
                .toArray());

    assertThat(written.exitCode()).as(written.err()).isEqualTo(2);
    assertThat(written.err()).contains("there is no folder " + file.getParent());
  }

  @Test
  void a_file_of_documents_that_is_not_there_is_2() {
    Path hello = Invocation.example("hello", folder);

    Invocation imported = Invocation.of("store", "import", hello, folder.resolve("none.jsonl"));

    assertThat(imported.exitCode()).isEqualTo(2);
    assertThat(imported.err()).contains("there is no such file").contains("bpmndoc store export");
    assertThat(hello.resolve(".bpmndoc")).doesNotExist();
  }

  @Test
  void pages_of_documents_that_were_only_imported_are_2_and_say_what_makes_them() {
    Path hello = Invocation.example("hello", folder);
    Path other = Invocation.copy(hello, folder.resolve("other"));
    Path documents = folder.resolve("documents.jsonl");
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();
    assertThat(Invocation.of("store", "export", hello, documents).exitCode()).isZero();
    assertThat(Invocation.of("store", "import", other, documents).exitCode()).isZero();

    Invocation site = Invocation.of("site", other);

    assertThat(site.exitCode()).isEqualTo(2);
    assertThat(site.err()).contains("there are documents, and no run").contains("bpmndoc generate");
    assertThat(Invocation.of("generate", other).out()).contains("0 documents written, 5 still");
    assertThat(Invocation.of("site", other).exitCode()).isZero();
  }

  @Test
  void badges_where_a_file_is_are_2() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");
    assertThat(Invocation.of("generate", hello).exitCode()).isZero();

    Invocation checked = Invocation.of("check", hello, "--badges", letter);

    assertThat(checked.exitCode()).isEqualTo(2);
    assertThat(checked.err()).contains("--badges: expected a folder, found a file at " + letter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan",
        "generate",
        "resume",
        "retry",
        "cancel",
        "status",
        "explain DIR hello.bpmn#Task_PayBack",
        "diff",
        "site",
        "check",
        "annotate",
        "audit",
        "store export DIR documents.jsonl",
        "prune",
        "purge"
      })
  void a_state_that_is_none_is_2_for_every_command(String command) throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path state = Files.createDirectories(folder.resolve("state"));
    Files.writeString(
        state.resolve("bpmndoc.db"), "no database, but more than a header ".repeat(99));

    Invocation called =
        Invocation.of(
            Stream.concat(Stream.of(words(command, hello)), Stream.of("--state", state)).toArray());

    assertThat(called.exitCode()).as(called.err()).isEqualTo(2);
    assertThat(called.err()).contains("bpmndoc.db").contains("hint: ");
  }

  @Test
  void an_output_folder_with_other_things_in_it_is_2_and_left_alone() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Files.writeString(precious.resolve("letter.txt"), "dear");

    Invocation generated = Invocation.of("generate", hello, "--out", precious);

    assertThat(generated.exitCode()).isEqualTo(2);
    assertThat(precious).isDirectoryContaining("glob:**letter.txt");
    assertThat(hello.resolve(".bpmndoc")).doesNotExist();
  }

  @Test
  void an_output_folder_that_cannot_be_made_is_2_before_anything_is_written() throws Exception {
    Path hello = Invocation.example("hello", folder);
    Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");

    Invocation generated = Invocation.of("generate", hello, "--out", letter.resolve("site"));

    assertThat(generated.exitCode()).isEqualTo(2);
    assertThat(generated.err()).contains("letter.txt is a file").contains("--out");
    assertThat(hello.resolve(".bpmndoc")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "landscape",
        "links",
        "overrides",
        "plan",
        "generate",
        "resume",
        "retry",
        "cancel",
        "status",
        "explain",
        "diff",
        "site",
        "check",
        "annotate",
        "profile",
        "audit",
        "store",
        "store export",
        "store import",
        "prune",
        "purge",
        "emulator"
      })
  void help_is_0_and_says_what_a_command_does(String command) {
    Invocation helped = Invocation.of((Object[]) (command + " --help").split(" "));

    assertThat(helped.exitCode()).as(helped.err()).isZero();
    assertThat(helped.out()).contains("Usage: bpmndoc " + command).doesNotContain("javadoc for");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port          | 65536   | 0 to 65535",
        "--batch-seconds | 86401.0 | 0 to 86400",
        "--thinking      | -1      | 0 to 1000000",
      })
  void an_emulator_that_cannot_be_is_2_and_says_what_can(String option, String value, String can) {
    Invocation refused = Invocation.of("emulator", option, value);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains(option + ": expected " + can + ", found " + value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "landscape no-such-folder --json",
        "generate --json",
        "status --json --nonsense",
        "site no-such-folder --json",
        "store --json",
        "store export --json",
        "store import no-such-folder documents.jsonl --json",
        "plan --workload no-such-file --json"
      })
  void an_error_is_one_json_object_too_where_that_was_asked_for(String command) {
    Invocation refused = Invocation.of((Object[]) command.split(" "));

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.json().get("exitCode").asInt()).isEqualTo(2);
    assertThat(refused.err()).contains(refused.json().get("error").asString());
  }

  @Test
  void a_batch_that_never_came_to_be_is_no_wait() throws Exception {
    Path hello = Invocation.example("hello", folder);
    try (Emulator emulator =
        Emulator.start(EmulatorSettings.of(new OfflineWriter()).withKey("the-right-key"))) {
      Invocation wrong =
          Shell.with(emulator)
              .run(
                  generate(
                      hello,
                      "--strategy",
                      "hybrid",
                      "--provider",
                      "anthropic",
                      "--poll",
                      "10ms",
                      "--yes"));
      assertThat(wrong.exitCode()).isEqualTo(3);

      Invocation right =
          Shell.with(emulator)
              .and("ANTHROPIC_API_KEY", "the-right-key")
              .run("resume", hello, "--poll", "10ms", "--json");
      assertThat(right.json().get("waits").asInt()).isEqualTo(1);
      assertThat(right.err()).contains("wave 1 of 1: 1 batch with");
    }
  }
}
