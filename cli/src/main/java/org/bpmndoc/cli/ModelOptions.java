package org.bpmndoc.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.plan.Prices;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Who writes, by which contracts, and in which language.
final class ModelOptions {

  private static final SourceLocation OPTION = SourceLocation.wholeFile("--model-for");
  private static final String NO_KIND = "these are the kinds of the profile in use";
  private static final String NO_PRICE =
      "name one of these, or give it a price in a file of your own: --prices FILE";

  @Option(
      names = "--provider",
      paramLabel = "P",
      description =
          "offline or anthropic (default: that of your configuration, else offline, whatever keys"
              + " are set).")
  private @Nullable String provider;

  @Option(
      names = "--model",
      paramLabel = "M",
      description =
          "The model (default: that of your configuration, else the one that is pinned with the"
              + " prices).")
  private @Nullable String model;

  @Option(
      names = "--model-for",
      paramLabel = "KIND=M",
      description =
          "The model that writes one kind of document of the profile, such as epic, in place of"
              + " --model. May be repeated (default: what your configuration says).")
  private Map<String, String> models = new LinkedHashMap<>();

  @Option(
      names = "--language",
      paramLabel = "L",
      description =
          "The language of the documents, such as en or sv-SE (default: that of bpmndoc.yaml, else"
              + " that of the newest run, else that of the names in the models).")
  private @Nullable String language;

  @Mixin PriceOptions prices = new PriceOptions();
  @Mixin ProfileOptions profile = new ProfileOptions();

  /// Whether a writer or a language was named on the command line.
  boolean isNamed() {
    return provider != null || model != null || language != null || !models.isEmpty();
  }

  /// One of the providers there are: a person has named it, or it is the offline writer.
  String provider(Settings settings) throws Problem {
    String chosen = Optional.ofNullable(provider).or(settings::provider).orElse(Provider.OFFLINE);
    if (!Provider.NAMES.contains(chosen)) {
      throw new Problem(
          "--provider: expected %s, found %s"
              .formatted(String.join(" or ", Provider.NAMES), chosen));
    }
    return chosen;
  }

  /// The model that was asked for, if any.
  Optional<String> model(Settings settings) {
    return Optional.ofNullable(model).or(settings::model);
  }

  /// The models that were asked for by kind of document. Throws what is wrong with any of them: one
  /// without a price cannot be planned with, and one of a kind that there is not writes nothing.
  Map<String, String> models(Settings settings, Prices prices, List<String> kinds) throws Problem {
    Map<String, String> chosen = new TreeMap<>(models);
    String known = "a model with a price (" + String.join(", ", prices.models().keySet()) + ")";
    List<Diagnostic> problems = new ArrayList<>();
    models.forEach((kind, name) -> {
      if (!kinds.contains(kind)) {
        problems.add(problem(OPTION, String.join(" or ", kinds), kind, NO_KIND));
      } else if (!prices.models().containsKey(name)) {
        problems.add(problem(OPTION, known, name, NO_PRICE));
      }
    });
    settings
        .models()
        .forEach((kind, name) -> {
          if (!kinds.contains(kind)) {
            problems.add(problem(name.kindAt(), String.join(" or ", kinds), kind, NO_KIND));
          } else if (chosen.putIfAbsent(kind, name.text()) == null
              && !prices.models().containsKey(name.text())) {
            problems.add(problem(name.at(), known, name.text(), NO_PRICE));
          }
        });
    if (!problems.isEmpty()) {
      throw new Problem(
          problems.stream().map(Diagnostic::toText).collect(Collectors.joining("\n")));
    }
    return chosen;
  }

  private static Diagnostic problem(SourceLocation at, String expected, String found, String hint) {
    return new Diagnostic(
        Severity.ERROR, "model", at, "expected %s, found \"%s\"".formatted(expected, found), hint);
  }

  /// The language that was asked for, if any.
  Optional<String> language(Settings settings) {
    return Optional.ofNullable(language).or(settings::language);
  }
}
