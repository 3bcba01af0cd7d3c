package org.bpmndoc.provider.anthropic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that only its owner may read, and that is gone when it is closed. Where the system allows
/// it, its name is gone as soon as it is open, so that a process that is killed leaves nothing.
final class Spool implements AutoCloseable {

  private final FileChannel file;

  private Spool(FileChannel file) {
    this.file = file;
  }

  static Spool in(Path folder) throws IOException {
    Path path = newFile(folder);
    try {
      return new Spool(
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  static Path newFile(Path folder) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return Files.createTempFile(folder, "bpmndoc-results-", ".jsonl", ownerOnly);
  }

  /// Takes in all of `source` and says how much that was, in bytes.
  long fill(InputStream source) throws IOException {
    return source.transferTo(Channels.newOutputStream(file));
  }

  /// What was taken in, from its beginning.
  InputStream content() throws IOException {
    return Channels.newInputStream(file.position(0));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
