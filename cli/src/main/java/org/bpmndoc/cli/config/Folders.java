package org.bpmndoc.cli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Folders that a file names.
final class Folders {

  private Folders() {}

  /// The folder of that name, seen from another; empty where that can be no name.
  static Optional<Path> from(Path folder, String name) {
    try {
      return Optional.of(folder.resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// The same where it is below the other, symbolic links followed.
  static Optional<Path> inside(Path folder, String name) {
    return from(folder, name)
        .filter(found -> {
          Path base = folder.toAbsolutePath().normalize();
          Path at = found.toAbsolutePath().normalize();
          return at.startsWith(base) && !at.equals(base) && !leadsOut(folder, found);
        });
  }

  private static boolean leadsOut(Path folder, Path found) {
    try {
      return Files.exists(found) && !found.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      return true;
    }
  }
}
