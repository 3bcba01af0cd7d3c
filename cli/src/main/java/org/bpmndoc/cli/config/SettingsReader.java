package org.bpmndoc.cli.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bpmndoc.prompt.Redaction;
import org.bpmndoc.prompt.RequestSettings;
import org.bpmndoc.yaml.YamlProblems;
import org.bpmndoc.yaml.YamlProblems.Named;
import org.bpmndoc.yaml.YamlValue;
import org.bpmndoc.yaml.YamlValue.Items;
import org.bpmndoc.yaml.YamlValue.Nothing;
import org.bpmndoc.yaml.YamlValue.Scalar;

/// Takes settings out of one file and collects everything that is wrong with it, each with its
/// line, what was expected and what was found.
final class SettingsReader {

  static final String REFERENCE = "docs/reference/configuration.md shows what the file holds";

  private static final String MODEL = "the name of a model";

  private static final int RULES_MAX = 100;
  private static final int TITLE_LENGTH_MAX = 200;

  private final Keys keys;
  private final Path folder;
  private final List<String> providers;
  private final YamlProblems problems;

  private Optional<String> provider = Optional.empty();
  private Optional<String> model = Optional.empty();
  private final Map<String, ModelName> models = new TreeMap<>();
  private Optional<String> language = Optional.empty();
  private Optional<String> title = Optional.empty();
  private final HouseWordsReader words;
  private final List<Redaction.Rule> rules = new ArrayList<>();
  private Optional<Notify> notify = Optional.empty();
  private Optional<Path> profile = Optional.empty();
  private Optional<SiteSettings> site = Optional.empty();

  /// `folder` is where the names of folders in the file begin.
  SettingsReader(Keys keys, Path folder, List<String> providers, YamlProblems problems) {
    this.keys = keys;
    this.folder = folder;
    this.providers = providers;
    this.problems = problems;
    this.words = new HouseWordsReader(problems);
  }

  Settings settings(YamlValue root) {
    if (!(root instanceof Nothing)) {
      problems.members(root, "keys such as " + keys.expected()).forEach(this::take);
    }
    return new Settings(
        provider,
        model,
        models,
        language,
        title,
        words.words(),
        new Redaction(rules),
        notify,
        profile,
        site);
  }

  /// What is to be hidden, by this file or another, cannot stand in what is sent with everything.
  void refuseHidden(Redaction redaction) {
    words.refuseHidden(redaction);
  }

  private void take(Named member) {
    YamlValue value = member.value();
    if (!keys.allow(member.name())) {
      problems.add(
          member.at(),
          "expected %s, found \"%s\"".formatted(keys.expected(), member.name()),
          keys.hint(member.name()));
      return;
    }
    switch (member.name()) {
      case Keys.PROVIDER ->
          provider = text(value, String.join(" or ", providers), providers::contains);
      case Keys.MODEL -> model = text(value, MODEL, _ -> true);
      case Keys.MODELS ->
          problems
              .members(value, "a mapping from kinds of documents to models")
              .forEach(this::model);
      case Keys.LANGUAGE ->
          language = text(value, "a language tag such as en or sv-SE", RequestSettings::isLanguage);
      case Keys.TITLE ->
          title =
              text(
                  value,
                  "a title of at most " + TITLE_LENGTH_MAX + " characters",
                  words -> words.length() <= TITLE_LENGTH_MAX);
      case Keys.GLOSSARY -> words.glossary(value);
      case Keys.ROLES -> words.roles(value);
      case Keys.HOUSE_RULES -> words.rules(value);
      case Keys.REDACT ->
          problems.members(value, "a mapping from names to patterns").forEach(this::rule);
      case Keys.PROFILE -> profile = profile(value);
      case Keys.SITE -> site = Optional.of(new SiteReader(folder, problems).settings(value));
      default -> notify = Optional.of(notify(value));
    }
  }

  private void model(Named member) {
    text(member.value(), MODEL, _ -> true)
        .ifPresent(name ->
            models.put(member.name(), new ModelName(name, member.value().at(), member.at())));
  }

  /// A landscape has its profile inside its folder: what comes with it reaches nothing else.
  private Optional<Path> profile(YamlValue value) {
    return keys == Keys.LANDSCAPE
        ? text(
                value,
                "a folder inside that of the landscape, such as profile",
                name -> Folders.inside(folder, name).isPresent())
            .flatMap(name -> Folders.inside(folder, name))
        : text(value, "the folder of a profile", name -> Folders.from(folder, name).isPresent())
            .flatMap(name -> Folders.from(folder, name));
  }

  private void rule(Named member) {
    Optional<String> pattern = text(member.value(), "a regular expression", _ -> true);
    if (pattern.isEmpty()) {
      return;
    }
    if (rules.size() == RULES_MAX) {
      problems.add(member.at(), "expected at most %d patterns, found more".formatted(RULES_MAX));
      return;
    }
    try {
      rules.add(Redaction.Rule.of(member.name(), pattern.get()));
    } catch (IllegalArgumentException e) {
      problems.add(member.at(), String.valueOf(e.getMessage()));
    }
  }

  private Notify notify(YamlValue value) {
    List<String> command = new ArrayList<>();
    Optional<URI> url = Optional.empty();
    for (Named member : problems.members(value, "\"command\" or \"url\"")) {
      switch (member.name()) {
        case "command" -> command.addAll(command(member.value()));
        case "url" ->
            url =
                text(
                        member.value(),
                        "an address such as https://example.com/hook",
                        Addresses::isHttp)
                    .map(URI::create);
        default ->
            problems.add(
                member.at(),
                "expected \"command\" or \"url\", found \"%s\"".formatted(member.name()));
      }
    }
    return new Notify(command, url);
  }

  /// Words as they are passed: no shell takes them apart.
  private List<String> command(YamlValue value) {
    String expected = "a list of words such as [notify-send, bpmndoc]";
    if (!(value instanceof Items items) || items.values().isEmpty()) {
      problems.expected(expected, value);
      return List.of();
    }
    return items.values().stream()
        .flatMap(item -> text(item, expected, _ -> true).stream())
        .toList();
  }

  private Optional<String> text(YamlValue value, String expected, Predicate<String> fits) {
    if (value instanceof Scalar scalar && fits.test(scalar.text())) {
      return Optional.of(scalar.text());
    }
    problems.expected(expected, value);
    return Optional.empty();
  }
}
