package org.bpmndoc.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The folder a site is written into, and the only place where anything is written or removed.
///
/// It holds a [Manifest] of what was written. Before the first file is written the manifest names
/// all that may be there, so that after a crash every file of ours is still known as ours. A file
/// becomes visible as a whole: it is written beside and moved into its place. Symbolic links inside
/// the folder are not followed.
final class OutFolder {

  /// Where a file is put together. One name, so that a crash leaves at most one behind, and the
  /// next writer replaces it.
  private static final String PART = ".bpmndoc-site.part";

  private final Path root;
  private final Manifest manifest;
  private Set<String> known;

  private OutFolder(Path root, Manifest manifest, Set<String> known) {
    this.root = root;
    this.manifest = manifest;
    this.known = known;
  }

  /// Refuses a folder that is not ours to write into. Makes and changes nothing.
  static void refuseForeign(Path folder, Manifest manifest) throws IOException, SiteException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new SiteException(
          folder
              + ": expected a folder for the site, found a file"
              + "\n  hint: name another folder with --out");
    }
    refuseUnwritable(folder);
    if (!Files.exists(folder)
        || Files.isRegularFile(folder.resolve(manifest.name()), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.anyMatch(path -> !path.getFileName().toString().equals(PART))) {
        throw new SiteException(
            folder
                + ": expected an empty folder or a site of bpmndoc, found other files and no "
                + manifest.name()
                + "\n  hint: name another folder with --out, or empty this one");
      }
    }
  }

  /// Looks at the folder itself, or at the one it would have to be made in.
  private static void refuseUnwritable(Path folder) throws SiteException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      throw new SiteException(
          folder
              + ": the site cannot be written there: "
              + there
              + (Files.isDirectory(there) ? " cannot be written" : " is a file")
              + "\n  hint: make it writable, or name another folder with --out");
    }
  }

  /// Makes the folder where it is missing.
  static OutFolder open(Path folder, Manifest manifest) throws IOException, SiteException {
    refuseForeign(folder, manifest);
    Files.createDirectories(folder);
    Path root = folder.toRealPath();
    Path list = root.resolve(manifest.name());
    return new OutFolder(
        root,
        manifest,
        Files.exists(list, LinkOption.NOFOLLOW_LINKS)
            ? manifest.read(Files.readString(list))
            : Set.of());
  }

  /// Makes these paths ours, before any of them is written. Refuses where somebody else's file is
  /// in the way; then nothing has been changed.
  void claim(Set<String> paths) throws IOException, SiteException {
    for (String path : paths) {
      if (!known.contains(path) && Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
        throw new SiteException(
            root.resolve(path)
                + ": is in the way, and was not written by bpmndoc"
                + "\n  hint: move it out of the site's folder");
      }
    }
    Set<String> all = new TreeSet<>(known);
    all.addAll(paths);
    remember(all);
  }

  /// Whether the file had to be written.
  boolean write(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    makeFolder(path);
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return false;
    }
    Path part = root.resolve(PART);
    Files.deleteIfExists(part);
    Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  /// Removes what was written once and is no part of the site any more, and says how many files
  /// that were.
  int keepOnly(Set<String> paths) throws IOException {
    int removed = 0;
    for (String path : known) {
      if (!paths.contains(path) && isInside(path)) {
        removed += Files.deleteIfExists(root.resolve(path)) ? 1 : 0;
      }
    }
    remember(new TreeSet<>(paths));
    return removed;
  }

  private void remember(Set<String> paths) throws IOException {
    write(manifest.name(), manifest.text(paths).getBytes(StandardCharsets.UTF_8));
    known = paths;
  }

  /// Makes the folders a file is in, one by one, so that none is made behind a symbolic link.
  private void makeFolder(String path) throws IOException {
    for (Path folder : foldersOf(path)) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(folder);
      }
    }
  }

  private boolean isInside(String path) {
    return foldersOf(path).stream()
        .allMatch(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS));
  }

  /// The folders between the site's own and a file, outermost first.
  private List<Path> foldersOf(String path) {
    List<Path> folders = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      folders.add(root.resolve(path.substring(0, slash)));
    }
    return folders;
  }
}
