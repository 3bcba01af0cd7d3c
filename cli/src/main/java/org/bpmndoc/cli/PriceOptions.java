package org.bpmndoc.cli;

import java.nio.file.Path;
import org.bpmndoc.json.UnusableFileException;
import org.bpmndoc.plan.Prices;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What models cost.
final class PriceOptions {

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Prices of your own, instead of those that came with the program.")
  private @Nullable Path file;

  Prices read() throws Problem {
    try {
      return file == null ? Prices.builtIn() : Prices.read(file);
    } catch (UnusableFileException e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
  }
}
