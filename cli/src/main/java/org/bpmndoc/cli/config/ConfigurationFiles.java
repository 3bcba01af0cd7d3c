package org.bpmndoc.cli.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.TextFile;
import org.bpmndoc.yaml.YamlProblems;
import org.bpmndoc.yaml.YamlTree;

/// The files that configure bpmndoc, read together.
public sealed interface ConfigurationFiles {

  /// Where the landscape's own is looked for in its folder.
  String IN_LANDSCAPE = "bpmndoc.yaml";

  /// Names the user's own in place of the usual one.
  String VARIABLE = "BPMNDOC_CONFIG";

  record Read(Settings settings) implements ConfigurationFiles {}

  /// Everything that is wrong with them, at least one thing.
  record Refused(List<Diagnostic> problems) implements ConfigurationFiles {}

  /// `named` stands in place of the landscape's own and has no more rights. `environment` says
  /// where the user's own is, `providers` are those there are.
  static ConfigurationFiles read(
      Optional<Path> landscape,
      Optional<Path> named,
      Map<String, String> environment,
      List<String> providers) {
    YamlProblems problems =
        new YamlProblems("configuration", SettingsReader.REFERENCE, Integer.MAX_VALUE);
    Path here = Path.of("");
    Optional<Path> users = usersOwn(environment);
    SettingsReader ofUser =
        new SettingsReader(
            Keys.USER,
            users.flatMap(file -> Optional.ofNullable(file.getParent())).orElse(here),
            providers,
            problems);
    SettingsReader ofFolder =
        new SettingsReader(Keys.LANDSCAPE, landscape.orElse(here), providers, problems);
    Settings own =
        users
            .map(file -> settings(file.toString(), TextFile.read(file), ofUser, problems))
            .orElse(Settings.NONE);
    Settings ofLandscape =
        named
            .map(file -> settings(file.toString(), TextFile.read(file), ofFolder, problems))
            .or(() ->
                landscape
                    .flatMap(folder -> TextFile.inFolder(folder, IN_LANDSCAPE))
                    .map(text -> settings(IN_LANDSCAPE, text, ofFolder, problems)))
            .orElse(Settings.NONE);
    Settings both = own.and(ofLandscape);
    ofUser.refuseHidden(both.redaction());
    ofFolder.refuseHidden(both.redaction());
    return problems.isEmpty() ? new Read(both) : new Refused(problems.all());
  }

  /// The file that the environment names; else the usual one, where there is one.
  static Optional<Path> usersOwn(Map<String, String> environment) {
    Optional<Path> named = path(environment, VARIABLE);
    if (named.isPresent()) {
      return named;
    }
    return path(environment, "XDG_CONFIG_HOME")
        .filter(Path::isAbsolute)
        .or(() ->
            Stream.of("HOME", "USERPROFILE")
                .flatMap(name -> path(environment, name).stream())
                .map(home -> home.resolve(".config"))
                .findFirst())
        .map(folder -> folder.resolve("bpmndoc").resolve("config.yaml"))
        .filter(Files::exists);
  }

  private static Optional<Path> path(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }

  private static Settings settings(
      String name, TextFile file, SettingsReader reader, YamlProblems problems) {
    return switch (file) {
      case TextFile.Refused refused -> {
        problems.add(SourceLocation.wholeFile(name), refused.message(), refused.hint());
        yield Settings.NONE;
      }
      case TextFile.Text text ->
          switch (YamlTree.of(name, text.value())) {
            case YamlTree.Unreadable(var trouble) -> {
              problems.add(trouble.at(), trouble.message());
              yield Settings.NONE;
            }
            case YamlTree.Read(var root) -> reader.settings(root);
          };
    };
  }
}
