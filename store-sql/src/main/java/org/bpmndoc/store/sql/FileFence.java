package org.bpmndoc.store.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.bpmndoc.store.sql.StateException.Kind;
import org.jdbi.v3.core.Handle;

/// Notices that a SQLite file was taken away while it was open: what is written then is in no
/// folder any more, and SQLite does not say so. `identity` tells the file from another one in its
/// place, where the file system can.
record FileFence(Path file, String identity) implements Fence {

  private static final String GONE = "gone";

  static FileFence of(Path file) {
    return new FileFence(file, identity(file));
  }

  @Override
  public void pass(Handle handle) {
    if (!identity(file).equals(identity)) {
      throw new StateException(
          Kind.GONE,
          file + " was taken away while this process was working on it",
          "put the folder back if you can, and go on; a batch that was under way is still at the"
              + " provider");
    }
  }

  private static String identity(Path file) {
    try {
      return "file "
          + Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .fileKey();
    } catch (NoSuchFileException e) {
      return GONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
