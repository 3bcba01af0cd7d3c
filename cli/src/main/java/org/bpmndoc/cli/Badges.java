package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bpmndoc.run.Coverage;

/// The badges of a landscape: how much is documented, and how much of that is current.
final class Badges {

  private Badges() {}

  static void write(Coverage coverage, Path folder) throws Problem {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new Problem("--badges: expected a folder, found a file at " + folder);
    }
    try {
      Files.createDirectories(folder);
      write(folder, "coverage", Badge.ofPercent("documented", coverage.coveragePercent()));
      write(folder, "freshness", Badge.ofPercent("up to date", coverage.freshnessPercent()));
    } catch (IOException e) {
      throw new Problem(
          "--badges: expected a folder that can be written to, at %s: %s"
              .formatted(folder, Failures.reason(e)));
    }
  }

  private static void write(Path folder, String name, Badge badge) throws IOException {
    WholeFile.write(folder.resolve(name + ".svg"), badge.toSvg());
    WholeFile.write(folder.resolve(name + ".json"), badge.toJson());
  }
}
