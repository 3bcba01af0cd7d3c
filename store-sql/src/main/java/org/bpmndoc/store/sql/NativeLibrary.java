package org.bpmndoc.store.sql;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bpmndoc.store.sql.StateException.Kind;
import org.sqlite.SQLiteJDBCLoader;

/// SQLite itself. sqlite-jdbc unpacks it into a temporary folder and takes it away when the JVM
/// exits; a JVM that halts or is killed would leave it there, every time. Where the system lets a
/// loaded file go, it is taken away right after loading.
final class NativeLibrary {

  private static final String FOLDER = "org.sqlite.tmpdir";
  private static boolean loaded;

  private NativeLibrary() {}

  static synchronized void load() {
    if (loaded) {
      return;
    }
    try {
      if (System.getProperty(FOLDER) == null && isPosix()) {
        loadFromOwnFolder();
      } else {
        SQLiteJDBCLoader.initialize();
      }
      loaded = true;
    } catch (Exception e) {
      throw new StateException(
          Kind.LIBRARY,
          "SQLite cannot be loaded: " + e.getMessage(),
          "set JAVA_TOOL_OPTIONS=-D"
              + FOLDER
              + "=DIR to a folder that libraries may be loaded from",
          e);
    }
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static void loadFromOwnFolder() throws Exception {
    Path folder = Files.createTempDirectory("bpmndoc-sqlite");
    System.setProperty(FOLDER, folder.toString());
    try {
      SQLiteJDBCLoader.initialize();
    } finally {
      System.clearProperty(FOLDER);
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    for (File file : Optional.ofNullable(folder.toFile().listFiles()).orElse(new File[0])) {
      Files.delete(file.toPath());
    }
    Files.delete(folder);
  }
}
