package org.bpmndoc.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The program in a process of its own.
final class Child {

  private Child() {}

  static Process start(Map<String, String> environment, Object... args) throws IOException {
    return start(environment, List.of(), args);
  }

  /// No file of the process may grow beyond that many bytes: a disk that is full, for one process
  /// alone.
  static Process startWithFilesOfAtMost(long bytes, Object... args) throws IOException {
    return start(
        Map.of(), List.of("sh", "-c", "ulimit -f " + bytes / 512 + "; exec \"$@\"", "sh"), args);
  }

  private static Process start(Map<String, String> environment, List<String> before, Object... args)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    Stream.of(args).map(Object::toString).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /// Reads what the process says until it says this.
  static void awaitLine(Process process, String words) throws IOException {
    BufferedReader said = process.errorReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.contains(words)) {
        return;
      }
    }
    throw new AssertionError("the process ended before it said: " + words);
  }
}
