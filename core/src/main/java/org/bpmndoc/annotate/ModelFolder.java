package org.bpmndoc.annotate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;

/// The folder of a landscape, for changing files in it: none that a symbolic link leads to, and
/// each as a whole or not at all.
final class ModelFolder {

  /// Where a file is put together, beside it. One name, so that a crash leaves at most one behind;
  /// it is not that of a model.
  private static final String PART = ".bpmndoc.part";

  private final Path real;

  ModelFolder(Path directory) throws IOException {
    this.real = directory.toRealPath();
  }

  byte[] read(String file) throws IOException {
    return Files.readAllBytes(path(file));
  }

  /// Puts a file in place of what it was read as. Permissions stay.
  void replace(String file, byte[] before, byte[] after) throws IOException {
    Path path = path(file);
    if (!Files.isWritable(path)) {
      throw new FileSystemException(file, null, "may not be written");
    }
    Path part = path.resolveSibling("." + path.getFileName() + PART);
    Files.deleteIfExists(part);
    try {
      write(part, after);
      keepPermissions(path, part);
      if (!Arrays.equals(Files.readAllBytes(path), before)) {
        throw new FileSystemException(file, null, "was changed meanwhile");
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// On the disk, so that not even a power cut leaves half a file under the name of the whole.
  private static void write(Path part, byte[] bytes) throws IOException {
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView before =
        Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    PosixFileAttributeView after = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (before != null && after != null) {
      after.setPermissions(before.readAttributes().permissions());
    }
  }

  private Path path(String file) throws IOException {
    Path path = real.resolve(file).normalize();
    Path parent = path.getParent();
    if (parent == null
        || !path.startsWith(real)
        || !parent.toRealPath().equals(parent)
        || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(file, null, "is no file in the folder any more");
    }
    return path;
  }
}
