package org.bpmndoc.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Who writes, and in which language.
final class ModelOptions {

  @Option(
      names = "--provider",
      paramLabel = "P",
      description = "offline (the default, whatever keys are set) or anthropic.")
  private String provider = Provider.OFFLINE;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "The model (default: the one that is pinned with the prices).")
  @Nullable String model;

  @Option(
      names = "--language",
      paramLabel = "L",
      description = "The language of the documents (default: ${DEFAULT-VALUE}).")
  String language = "en";

  @Mixin PriceOptions prices = new PriceOptions();

  /// One of the providers there are.
  String provider() throws Problem {
    if (!Provider.NAMES.contains(provider)) {
      throw new Problem(
          "--provider: expected %s, found %s"
              .formatted(String.join(" or ", Provider.NAMES), provider));
    }
    return provider;
  }
}
