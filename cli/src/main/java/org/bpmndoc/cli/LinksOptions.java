package org.bpmndoc.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bpmndoc.landscape.LinksFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a person's links are.
final class LinksOptions {

  @Option(
      names = "--links",
      paramLabel = "FILE",
      description = "Which process each call calls (default: bpmndoc-links.yaml in the folder).")
  private @Nullable Path links;

  /// The file that was named; absent for the one in the folder.
  Optional<Path> named() {
    return Optional.ofNullable(links);
  }

  /// The same, which must be there.
  Optional<Path> existing() throws Problem {
    if (links != null && !Files.isRegularFile(links)) {
      throw new Problem("--links: expected a file, found none at " + links);
    }
    return named();
  }

  Path fileFor(Path directory) {
    return links == null ? directory.resolve(LinksFile.NAME) : links;
  }
}
