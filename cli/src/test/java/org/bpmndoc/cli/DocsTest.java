package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the documentation says can be done, and where it says things are.
class DocsTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");
  private static final Pattern COMMAND = Pattern.compile("\\./bpmndoc ([^`#\\n]+)");

  @TempDir Path folder;

  static Stream<Path> pages() throws IOException {
    List<Path> pages;
    try (Stream<Path> root = Files.list(Invocation.ROOT);
        Stream<Path> docs = Files.walk(Invocation.ROOT.resolve("docs"));
        Stream<Path> examples = Files.list(Invocation.ROOT.resolve("examples"))) {
      pages =
          Stream.of(root, docs, examples)
              .flatMap(files -> files)
              .filter(file -> file.toString().endsWith(".md"))
              .sorted()
              .toList();
    }
    return pages.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_path_that_is_linked_is_there(Path page) throws IOException {
    Matcher links = LINK.matcher(Files.readString(page));
    while (links.find()) {
      String target = links.group(1);
      if (!target.contains("://")) {
        assertThat(page.resolveSibling(target)).as("%s links to %s", page, target).exists();
      }
    }
  }

  /// Commands on the repository's own examples that need no key.
  static Stream<String> commands() throws IOException {
    return pages()
        .flatMap(page -> {
          try {
            return COMMAND.matcher(Files.readString(page)).results();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        })
        .map(match -> match.group(1).strip())
        .filter(command -> command.contains("examples/") && !command.contains("anthropic"))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_on_an_example_does_what_it_says(String command) throws IOException {
    Path examples = Invocation.copy(Invocation.ROOT.resolve("examples"), folder.resolve("ex"));
    Object[] args =
        Stream.of(command.split(" +"))
            .map(word -> word.replaceFirst("^examples/", examples.toString() + "/"))
            .toArray();

    Invocation called = Invocation.of(args);

    assertThat(called.exitCode()).as(called.err()).isZero();
    assertThat(called.out()).isNotBlank();
  }
}
