package org.bpmndoc.store.sql;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.store.sql.StateException.Kind;

/// Where a state is kept.
public sealed interface StateAddress {

  /// A folder on this machine, usually `.bpmndoc`.
  record Folder(Path path) implements StateAddress {}

  /// A schema on a PostgreSQL server; which one, `currentSchema` in the URL says. User and password
  /// are those of the environment; where it has none, the driver looks into its own files.
  record Server(String url, Optional<String> user, Optional<String> password)
      implements StateAddress {

    /// The URL with no more of its parameters than tell one state from another, for messages.
    @Override
    public String toString() {
      return shown(url);
    }
  }

  String POSTGRESQL = "jdbc:postgresql:";

  /// A folder of that name for what is of no use to other machines, such as the batches of the
  /// offline writer. It is in the folder of the state or, where that is on a server, in
  /// `otherwise`; what is missing is made, for its owner only.
  default Path localFolder(String name, Path otherwise) {
    StateFolder folder =
        new StateFolder(
            switch (this) {
              case Folder here -> here.path();
              case Server _ -> otherwise;
            });
    return folder.createFolder(name);
  }

  /// Reads a folder or a JDBC URL. `environment` is asked for PGUSER and PGPASSWORD; a URL is seen
  /// by everybody on the machine, so one with a password in it is refused.
  static StateAddress parse(String text, Map<String, String> environment) {
    if (!text.startsWith("jdbc:")) {
      return folder(text);
    }
    if (hasPassword(text)) {
      throw new StateException(
          Kind.ADDRESS,
          "a password does not belong into the address of a state, where others can see it",
          "set PGPASSWORD in the environment, or use ~/.pgpass or a service file");
    }
    if (!text.startsWith(POSTGRESQL)) {
      throw new StateException(
          Kind.ADDRESS,
          "a state is kept in a folder or at "
              + POSTGRESQL
              + "//HOST/DATABASE, not at "
              + shown(text),
          "name one of these with --state");
    }
    return new Server(text, set(environment, "PGUSER"), set(environment, "PGPASSWORD"));
  }

  private static Folder folder(String text) {
    try {
      return new Folder(Path.of(text));
    } catch (InvalidPathException e) {
      throw new StateException(
          Kind.ADDRESS, "no folder can be called " + text, "name another one with --state", e);
    }
  }

  private static boolean hasPassword(String url) {
    String[] parts = url.split("\\?", 2);
    return parts[0].contains("@")
        || parts.length > 1
            && Stream.of(parts[1].split("&"))
                .map(one -> one.replaceFirst("=.*", "").toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.contains("password"));
  }

  private static String shown(String url) {
    String[] parts = url.split("\\?", 2);
    if (parts.length == 1) {
      return url;
    }
    String telling =
        Stream.of(parts[1].split("&"))
            .filter(one -> one.startsWith("currentSchema=") || one.startsWith("service="))
            .collect(Collectors.joining("&"));
    return telling.isEmpty() ? parts[0] : parts[0] + "?" + telling;
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
