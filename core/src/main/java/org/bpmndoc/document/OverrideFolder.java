package org.bpmndoc.document;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bpmndoc.yaml.TextFile;

/// Finds the YAML files below a folder from anywhere. What is hidden is passed over; a symbolic
/// link is never followed.
final class OverrideFolder extends SimpleFileVisitor<Path> {

  static final int FILES_MAX = 10_000;
  private static final int DEPTH_MAX = 20;

  /// A file, or a folder that cannot be read. It is read when it is asked for.
  record Found(String name, Supplier<TextFile> reading) {
    TextFile text() {
      return reading.get();
    }
  }

  private final Path folder;
  private final String name;
  private final Map<String, Found> found = new TreeMap<>();

  private OverrideFolder(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /// In the order of their names; none where there is no folder.
  static List<Found> files(Path folder, String name) {
    OverrideFolder files = new OverrideFolder(folder, name);
    if (Files.isSymbolicLink(folder)) {
      files.refuse(folder, "a symbolic link, not followed", "make it a folder");
    } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
      files.refuse(folder, "expected a folder, found a file", "put the file into a folder");
    } else if (Files.isDirectory(folder)) {
      files.walk();
    }
    return List.copyOf(files.found.values());
  }

  private void walk() {
    try {
      Files.walkFileTree(folder, Set.of(), DEPTH_MAX, this);
    } catch (IOException e) {
      refuseUnreadable(folder, e);
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    return !directory.equals(folder) && isHidden(directory)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isHidden(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isDirectory()) {
      refuse(file, "nested too deeply; what is in it is not read", "move it up");
    } else if (attributes.isSymbolicLink()) {
      refuse(file, "a symbolic link, not followed", "put the file itself here");
    } else if (isYaml(file)) {
      if (found.size() == FILES_MAX) {
        refuse(folder, "expected at most %d files, found more".formatted(FILES_MAX), "");
        return FileVisitResult.TERMINATE;
      }
      String named = named(file);
      found.put(named, new Found(named, () -> read(file)));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    refuseUnreadable(file, e);
    return FileVisitResult.CONTINUE;
  }

  /// It may have become a link since it was found.
  private static TextFile read(Path file) {
    return TextFile.inFolder(file.resolveSibling(""), fileName(file))
        .orElseGet(() -> new TextFile.Refused("was removed while it was read", "try again"));
  }

  private void refuseUnreadable(Path file, IOException e) {
    refuse(file, "cannot be read: " + e.getClass().getSimpleName(), "check that you may read it");
  }

  private void refuse(Path file, String message, String hint) {
    String named = named(file);
    found.put(named, new Found(named, () -> new TextFile.Refused(message, hint)));
  }

  private String named(Path file) {
    StringBuilder parts = new StringBuilder(name);
    if (!file.equals(folder)) {
      folder.relativize(file).forEach(part -> parts.append('/').append(part));
    }
    return parts.toString();
  }

  private static boolean isHidden(Path file) {
    return fileName(file).startsWith(".");
  }

  private static boolean isYaml(Path file) {
    String lower = fileName(file).toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml");
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }
}
