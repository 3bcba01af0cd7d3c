package org.bpmndoc.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bpmndoc.prompt.Redaction;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFilesTest {

  private static final List<String> PROVIDERS = List.of("offline", "anthropic");

  @TempDir Path folder;

  private ConfigurationFiles read(String ofLandscape, String ofUser) throws Exception {
    Path landscape = Files.createDirectories(folder.resolve("landscape"));
    Files.writeString(landscape.resolve("bpmndoc.yaml"), ofLandscape);
    Path own = Files.writeString(folder.resolve("own.yaml"), ofUser);
    return ConfigurationFiles.read(
        Optional.of(landscape),
        Optional.empty(),
        Map.of(ConfigurationFiles.VARIABLE, own.toString()),
        PROVIDERS);
  }

  private static Settings settings(ConfigurationFiles files) {
    return ((ConfigurationFiles.Read) files).settings();
  }

  private static List<String> problems(ConfigurationFiles files) {
    return ((ConfigurationFiles.Refused) files)
        .problems().stream().map(Diagnostic::toText).toList();
  }

  @Test
  void both_files_together_say_what_there_is_to_say() throws Exception {
    Settings settings =
        settings(
            read(
                "language: sv\ntitle: Processer\nredact: {account: '[0-9]{10}'}\n",
                """
                provider: anthropic
                model: claude-x
                models:
                  epic: claude-y
                redact:
                  customer: Acme
                notify:
                  command: [notify-send, bpmndoc]
                  url: https://example.com/hook
                """));

    assertThat(settings.provider()).contains("anthropic");
    assertThat(settings.model()).contains("claude-x");
    assertThat(settings.models().keySet()).containsExactly("epic");
    assertThat(settings.models().values())
        .containsExactly(
            new ModelName(
                "claude-y",
                new SourceLocation(folder.resolve("own.yaml").toString(), 4, 9),
                new SourceLocation(folder.resolve("own.yaml").toString(), 4, 3)));
    assertThat(settings.language()).contains("sv");
    assertThat(settings.title()).contains("Processer");
    assertThat(settings.redaction().rules())
        .extracting(Redaction.Rule::name)
        .containsExactly("customer", "account");
    assertThat(settings.told())
        .contains(
            new Notify(
                List.of("notify-send", "bpmndoc"),
                Optional.of(URI.create("https://example.com/hook"))));
  }

  /// What a landscape from anywhere must not say, and where it is told that this belongs.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "provider: anthropic            | own configuration",
        "model: claude-x                | own configuration",
        "models: {epic: claude-x}       | own configuration",
        "notify: {command: [rm]}        | own configuration",
        "command: [rm]                  | below notify in your own configuration",
        "hooks: [rm]                    | below notify in your own configuration",
        "url: https://example.com       | ANTHROPIC_BASE_URL",
        "base_url: https://example.com  | ANTHROPIC_BASE_URL",
        "apiKey: abc                    | ANTHROPIC_API_KEY",
        "key-file: /etc/key             | ANTHROPIC_API_KEY",
        "nonsense: 1                    | docs/reference/configuration.md"
      })
  void a_landscape_cannot_name_what_is_run_or_where_anything_goes(String line, String hint)
      throws Exception {
    assertThat(problems(read("title: T\n" + line, "")))
        .singleElement()
        .asString()
        .startsWith(
            "bpmndoc.yaml:2: expected \"language\", \"title\", \"glossary\", \"roles\","
                + " \"houseRules\", \"redact\", \"profile\" or \"site\", found")
        .contains(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "provider: openai        | 1 | expected offline or anthropic, found \"openai\"",
        "provider: [anthropic]   | 1 | expected offline or anthropic, found a list",
        "model:                  | 1 | expected the name of a model, found nothing",
        "models: claude-x        | 1 | expected a mapping from kinds of documents to models,"
            + " found \"claude-x\"",
        "profile: [a]            | 1 | expected the folder of a profile, found a list",
        "models:\\n  epic: [a]    | 2 | expected the name of a model, found a list",
        "models:\\n  epic: a\\n  epic: b | 3 | \"epic\" is here a second time",
        "title: T                | 1 | expected \"provider\", \"model\", \"models\","
            + " \"glossary\", \"roles\", \"houseRules\", \"redact\", \"notify\" or \"profile\","
            + " found \"title\"",
        "apiKey: abc             | 1 | expected \"provider\", \"model\", \"models\","
            + " \"glossary\", \"roles\", \"houseRules\", \"redact\", \"notify\" or \"profile\"",
        "model: a\\nmodel: b     | 2 | \"model\" is here a second time",
        "- a                     | 1 | expected keys such as \"provider\"",
        "redact: [a]             | 1 | expected a mapping from names to patterns, found a list",
        "redact:\\n  a: [b]      | 2 | expected a regular expression, found a list",
        "redact:\\n  a: '(?=b)'  | 2 | expected a regular expression without look-around",
        "redact:\\n  A: b        | 2 | expected a name of small letters and -, found \"A\"",
        "notify: me              | 1 | expected \"command\" or \"url\", found \"me\"",
        "notify: {mail: me}      | 1 | expected \"command\" or \"url\", found \"mail\"",
        "notify: {command: ls -l} | 1 | expected a list of words such as [notify-send, bpmndoc],"
            + " found \"ls -l\"",
        "notify: {url: file:///etc} | 1 | expected an address such as https://example.com/hook",
        "notify: {url: 'a b'}    | 1 | expected an address such as https://example.com/hook",
        "a: b: c                 | 1 | expected YAML"
      })
  void what_is_wrong_is_said_with_its_line(String text, int line, String message) throws Exception {
    assertThat(problems(read("", text.replace("\\n", "\n"))))
        .singleElement()
        .asString()
        .startsWith(folder.resolve("own.yaml") + ":" + line + ": " + message);
  }

  @ParameterizedTest
  @CsvSource({"/etc", "..", "../profile", "a/../..", ".", "link"})
  void a_landscape_has_its_profile_inside_its_folder(String name) throws Exception {
    Path landscape = Files.createDirectories(folder.resolve("landscape"));
    Files.createSymbolicLink(landscape.resolve("link"), folder);

    assertThat(problems(read("title: T\nprofile: " + name, "")))
        .singleElement()
        .asString()
        .startsWith("bpmndoc.yaml:2: expected a folder inside that of the landscape");
  }

  @Test
  void a_profile_is_found_from_the_file_that_names_it_and_yours_comes_first() throws Exception {
    assertThat(settings(read("profile: ours", "")).profile())
        .contains(folder.resolve("landscape").resolve("ours"));
    assertThat(settings(read("profile: ours", "profile: ../mine")).profile())
        .contains(folder.resolve("../mine"));
  }

  @Test
  void what_the_reference_shows_can_be_used() throws Exception {
    Path root = Path.of(System.getProperty("bpmndoc.root", ".."));
    List<String> files =
        Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(root.resolve("docs/reference/configuration.md")))
            .results()
            .map(match -> match.group(1))
            .toList();

    Path house = Files.createDirectories(folder.resolve("landscape/house"));
    for (String name : List.of("logo.svg", "house.css", "guide.md")) {
      Files.writeString(house.resolve(name), "");
    }

    Settings settings = settings(read(files.get(0), files.get(1)));

    assertThat(settings.title()).contains("How we lend");
    assertThat(settings.site().orElseThrow().look().pages()).hasSize(1);
    assertThat(settings.provider()).contains("anthropic");
    assertThat(settings.models()).hasSize(2);
    assertThat(settings.words().glossary()).hasSize(2);
    assertThat(settings.words().roles().keySet()).hasSize(2);
    assertThat(settings.words().rules()).hasSize(2);
    assertThat(settings.redaction().rules()).hasSize(3);
    assertThat(settings.told().orElseThrow().command()).hasSize(3);
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() throws Exception {
    assertThat(problems(read("language: 1\nprovider: x\n", "provider: x\nredact: 1\n"))).hasSize(4);
  }

  @Test
  void the_users_own_file_is_looked_for_where_it_usually_is() throws Exception {
    Path home = folder.resolve("home");
    Path usual = home.resolve(".config/bpmndoc/config.yaml");
    Path xdg = folder.resolve("xdg/bpmndoc/config.yaml");
    for (Path file : List.of(usual, xdg)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "provider: offline\n");
    }

    assertThat(ConfigurationFiles.usersOwn(Map.of("HOME", home.toString()))).contains(usual);
    assertThat(
            ConfigurationFiles.usersOwn(
                Map.of(
                    "HOME", home.toString(),
                    "XDG_CONFIG_HOME", folder.resolve("xdg").toString())))
        .contains(xdg);
    assertThat(ConfigurationFiles.usersOwn(Map.of("XDG_CONFIG_HOME", "relative"))).isEmpty();
    assertThat(ConfigurationFiles.usersOwn(Map.of("HOME", folder.toString()))).isEmpty();
    assertThat(ConfigurationFiles.usersOwn(Map.of())).isEmpty();
  }

  @Test
  void a_file_that_was_named_must_be_there_and_a_link_is_not_followed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.yaml"), "title: T\n");
    Path landscape = Files.createDirectories(folder.resolve("landscape"));
    Files.createSymbolicLink(landscape.resolve("bpmndoc.yaml"), secret);

    assertThat(
            problems(
                ConfigurationFiles.read(
                    Optional.of(landscape), Optional.empty(), Map.of(), PROVIDERS)))
        .singleElement()
        .asString()
        .contains("a symbolic link, not followed");
    assertThat(
            problems(
                ConfigurationFiles.read(
                    Optional.empty(),
                    Optional.of(folder.resolve("none.yaml")),
                    Map.of(ConfigurationFiles.VARIABLE, folder.resolve("none").toString()),
                    PROVIDERS)))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).contains("expected a file, found none"));
  }
}
