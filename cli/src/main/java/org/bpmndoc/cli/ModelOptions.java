package org.bpmndoc.cli;

import java.util.Optional;
import org.bpmndoc.cli.config.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Who writes, and in which language.
final class ModelOptions {

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
      names = "--language",
      paramLabel = "L",
      description = "The language of the documents (default: that of bpmndoc.yaml, else en).")
  private @Nullable String language;

  @Mixin PriceOptions prices = new PriceOptions();

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

  String language(Settings settings) {
    return Optional.ofNullable(language).or(settings::language).orElse("en");
  }
}
