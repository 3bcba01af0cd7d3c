package org.bpmndoc.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The folder a site is written into, and the only place where anything is written or removed.
///
/// It holds a [Manifest] of what was written. Before the first file is written the manifest names
/// all that may be there, so that after a crash every file of ours is still known as ours. What
/// changes is put together beside the site first; it is moved into its place when all of it is
/// there, and by whoever opens the folder next where that was interrupted. Symbolic links inside
/// the folder are not followed.
final class OutFolder {

  private final Path root;
  private final Manifest manifest;
  private final Staging staging;
  private Set<String> known;

  private OutFolder(Path root, Manifest manifest, Set<String> known) {
    this.root = root;
    this.manifest = manifest;
    this.staging = new Staging(root);
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
      if (inside.anyMatch(path -> !path.getFileName().toString().equals(Staging.FOLDER))) {
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

  /// Makes the folder where it is missing, and finishes what was interrupted.
  static OutFolder open(Path folder, Manifest manifest) throws IOException, SiteException {
    refuseForeign(folder, manifest);
    Files.createDirectories(folder);
    Path root = folder.toRealPath();
    Path list = root.resolve(manifest.name());
    OutFolder out =
        new OutFolder(
            root,
            manifest,
            Files.exists(list, LinkOption.NOFOLLOW_LINKS)
                ? manifest.read(Files.readString(list))
                : Set.of());
    out.publish(out.staging.completed());
    return out;
  }

  /// Makes these paths ours, before any of them is written. Refuses where somebody else's file is
  /// in the way; then nothing has been changed.
  void claim(Set<String> paths) throws IOException, SiteException {
    Set<Path> folders = new TreeSet<>();
    for (String path : paths) {
      Path file = root.resolve(path);
      folders.addAll(foldersOf(path));
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          && (!known.contains(path) || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))) {
        throw inTheWay(file);
      }
    }
    for (Path folder : folders) {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw inTheWay(folder);
      }
    }
    Set<String> all = new TreeSet<>(known);
    all.addAll(paths);
    remember(all);
  }

  private static SiteException inTheWay(Path there) {
    return new SiteException(
        there
            + ": is in the way, and was not written by bpmndoc"
            + "\n  hint: move it out of the site's folder");
  }

  /// Puts a file beside the others that changed; false where it is there as it is.
  boolean put(String path, byte[] bytes) throws IOException {
    if (isThere(path, bytes)) {
      return false;
    }
    staging.put(path, bytes);
    return true;
  }

  /// Lets everything that was put together be seen.
  void publish() throws IOException {
    complete();
    publish(staging.completed());
  }

  /// Says that everything is put together. From here on it will be seen, by this process or by
  /// whoever opens the folder next.
  void complete() throws IOException {
    if (!staging.isEmpty()) {
      staging.complete();
    }
  }

  /// Forgets what was put together. The site is as it was.
  void abandon() throws IOException {
    staging.clear();
  }

  private void publish(List<String> paths) throws IOException {
    for (int number = 0; number < paths.size(); number++) {
      Path staged = staging.file(number);
      if (known.contains(paths.get(number))
          && Files.isRegularFile(staged, LinkOption.NOFOLLOW_LINKS)) {
        move(staged, paths.get(number));
      }
    }
    staging.clear();
  }

  private boolean isThere(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    return isInside(path)
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private void move(Path staged, String path) throws IOException {
    makeFolder(path);
    Files.move(
        staged,
        root.resolve(path),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
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
    byte[] text = manifest.text(paths).getBytes(StandardCharsets.UTF_8);
    if (!isThere(manifest.name(), text)) {
      move(staging.alone(text), manifest.name());
      staging.clear();
    }
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
