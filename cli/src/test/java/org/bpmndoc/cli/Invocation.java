package org.bpmndoc.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bpmndoc.emulator.Emulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One call of the program inside this process, and what came of it.
record Invocation(int exitCode, String out, String err) {

  static final Path ROOT = Path.of(System.getProperty("bpmndoc.root", "..")).toAbsolutePath();

  /// Makes calls with an environment, at a terminal or not, with what a person types.
  record Shell(Map<String, String> environment, boolean terminal, String typed) {

    static Shell empty() {
      return new Shell(Map.of(), false, "");
    }

    static Shell with(Emulator emulator) {
      return empty()
          .and("ANTHROPIC_BASE_URL", emulator.baseUrl().toString())
          .and("ANTHROPIC_API_KEY", "test-key");
    }

    Shell and(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(environment);
      more.put(name, value);
      return new Shell(more, terminal, typed);
    }

    Shell atTerminal(String answer) {
      return new Shell(environment, true, answer);
    }

    Invocation run(Object... args) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      InputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
      int exitCode =
          Main.run(
              new Console(stream(out), stream(err), in, terminal, environment),
              Stream.of(args).map(Object::toString).toArray(String[]::new));
      return new Invocation(
          exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
      return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
  }

  static Invocation of(Object... args) {
    return Shell.empty().run(args);
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }

  /// A copy of an example of this repository, in a folder of that name.
  static Path example(String name, Path folder) {
    return copy(ROOT.resolve("examples").resolve(name), folder.resolve(name));
  }

  static Path copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        String name = from.relativize(file).toString();
        if (Files.isDirectory(file)) {
          Files.createDirectories(to.resolve(name));
        } else {
          Files.copy(file, to.resolve(name));
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
