package org.bpmndoc.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Where the files of a site that changed are put together before any of them is seen: a folder in
/// the site's own, with the files by number and, once all are there, the list of their paths.
///
/// Until that list is there nothing of the site has changed, and what stands here is worth nothing.
/// From then on whoever comes next can move the rest into its place.
final class Staging {

  static final String FOLDER = ".bpmndoc-site.part";

  private static final String LIST = "list";

  private final Path folder;
  private final List<String> paths = new ArrayList<>();

  Staging(Path root) {
    this.folder = root.resolve(FOLDER);
  }

  void put(String path, byte[] bytes) throws IOException {
    write(String.valueOf(paths.size()), bytes);
    paths.add(path);
  }

  boolean isEmpty() {
    return paths.isEmpty();
  }

  /// Says that all is there.
  void complete() throws IOException {
    Path list = write("list.part", String.join("\n", paths).getBytes(StandardCharsets.UTF_8));
    Files.move(list, folder.resolve(LIST), StandardCopyOption.ATOMIC_MOVE);
  }

  /// A file by itself, to be moved at once.
  Path alone(byte[] bytes) throws IOException {
    return write("alone", bytes);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(folder);
      Files.createDirectory(folder);
    }
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    return Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /// The paths of files that are all there, in order; none where they are not.
  List<String> completed() throws IOException {
    Path list = folder.resolve(LIST);
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)
        ? Files.readString(list).lines().toList()
        : List.of();
  }

  /// The file of a path by its place in that list; it is gone where it was moved already.
  Path file(int number) {
    return folder.resolve(String.valueOf(number));
  }

  /// Removes everything.
  void clear() throws IOException {
    paths.clear();
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      // Without its list nobody takes the rest for a site.
      Files.deleteIfExists(folder.resolve(LIST));
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(folder);
  }
}
