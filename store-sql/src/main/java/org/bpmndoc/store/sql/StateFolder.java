package org.bpmndoc.store.sql;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.bpmndoc.store.sql.StateException.Kind;

/// The folder a state lives in. What is made here can be read by its owner only.
///
/// The folder may have come with a landscape from anywhere, so no link in it is followed.
record StateFolder(Path path) {

  StateFolder {
    path = path.toAbsolutePath().normalize();
  }

  Path database() {
    return path.resolve("bpmndoc.db");
  }

  Path lock() {
    return path.resolve("lock");
  }

  /// Says which process has the lock. A file of its own, because a locked one cannot be read
  /// everywhere.
  Path holder() {
    return path.resolve("lock-holder");
  }

  boolean hasDatabase() {
    return Files.exists(database(), LinkOption.NOFOLLOW_LINKS);
  }

  /// Makes whatever is missing for a database. A folder that was there before and has something in
  /// it is the user's: it keeps its permissions and gets no `.gitignore`.
  void create() {
    try {
      Files.createDirectories(path, ownersOnly("rwx------"));
      refuseNetworkDrive();
      ignoreInGit();
      if (!hasDatabase()) {
        createDatabase();
      }
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /// Makes the folder likewise, and in it one for other files than a database.
  Path createFolder(String name) {
    try {
      Files.createDirectories(path, ownersOnly("rwx------"));
      ignoreInGit();
      return Files.createDirectories(path.resolve(name), ownersOnly("rwx------"));
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  private void ignoreInGit() throws IOException {
    if (isEmpty()) {
      Files.writeString(path.resolve(".gitignore"), "*\n");
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  /// SQLite gives the files beside its database the permissions of the database.
  private void createDatabase() throws IOException {
    try {
      Files.createFile(database(), ownersOnly("rw-------"));
    } catch (FileAlreadyExistsException e) {
      // Another process was first; its file is as good.
      assert hasDatabase() : e;
    }
  }

  FileAttribute<?>[] ownersOnly(String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  void refuseNetworkDrive() {
    if (NetworkDrives.isPath(path.toString()) || NetworkDrives.isType(storeType())) {
      throw new StateException(
          Kind.NETWORK_DRIVE,
          path + " is on a network drive, where a state is not safe",
          "name a folder on this machine with --state");
    }
  }

  private String storeType() {
    try {
      return Files.getFileStore(path).type();
    } catch (IOException e) {
      // Some containers do not show what is mounted where.
      return "unknown: " + e.getMessage();
    }
  }

  void refuseWhatIsNoFile() {
    if (!Files.isRegularFile(database(), LinkOption.NOFOLLOW_LINKS)) {
      throw new StateException(
          Kind.NOT_A_STATE,
          database() + " is not a regular file",
          "move it away, or name another folder with --state");
    }
  }

  void refuseUnwritable() {
    for (Path needed : new Path[] {path, database()}) {
      if (!Files.isWritable(needed)) {
        throw notWritable(new AccessDeniedException(needed.toString()));
      }
    }
  }

  StateException notWritable(IOException e) {
    if (isFull()) {
      return new StateException(
          Kind.FULL,
          path + " cannot be written: the disk is full",
          "make room and go on; what was written before is safe",
          e);
    }
    return new StateException(
        Kind.NOT_WRITABLE,
        path + " cannot be written: " + reason(e),
        "make the folder writable, or name another one with --state",
        e);
  }

  private boolean isFull() {
    try {
      return Files.getFileStore(path).getUsableSpace() == 0;
    } catch (IOException _) {
      // It is not there, or does not tell.
      return false;
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
      case NoSuchFileException missing -> missing.getFile() + " cannot be made";
      case FileAlreadyExistsException exists -> exists.getFile() + " is not a folder";
      default -> String.valueOf(e.getMessage());
    };
  }
}
