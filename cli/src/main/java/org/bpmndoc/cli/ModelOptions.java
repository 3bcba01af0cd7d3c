package org.bpmndoc.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who writes, and in which language.
final class ModelOptions {

  @Option(
      names = "--provider",
      paramLabel = "P",
      description = "offline (the default, whatever keys are set) or anthropic.")
  String provider = "offline";

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

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Prices of your own, instead of those that came with the program.")
  java.nio.file.@Nullable Path prices;
}
