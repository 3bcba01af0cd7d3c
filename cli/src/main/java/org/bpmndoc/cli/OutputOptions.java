package org.bpmndoc.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.site.Format;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the documentation is written as, and where that goes.
final class OutputOptions {

  @Option(
      names = "--format",
      paramLabel = "html|markdown",
      description =
          "What to write: html (the default), markdown for a repository or a wiki, or both:"
              + " html,markdown.")
  private String formats = Format.HTML.label();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where it goes (default: bpmndoc-site, or bpmndoc-markdown, in the folder of models).")
  private @Nullable Path out;

  /// One for each format, each once.
  List<Output> outputs(Path directory) throws Problem {
    List<Output> outputs = new ArrayList<>();
    for (String label : formats.split(",", -1)) {
      Format format = format(label.strip());
      outputs.add(new Output(format, out == null ? directory.resolve(format.folder()) : out));
    }
    List<Output> distinct = outputs.stream().distinct().toList();
    if (out != null && distinct.size() > 1) {
      throw new Problem(
          "--out: expected one format for one folder, found --format "
              + formats
              + "\n  hint: bpmndoc site writes one after the other, each with its --out");
    }
    return distinct;
  }

  /// What is there, where it was not said where it is.
  static List<Output> found(Path directory) {
    return Stream.of(Format.values())
        .map(format -> new Output(format, directory.resolve(format.folder())))
        .filter(output -> Files.isDirectory(output.folder()))
        .toList();
  }

  private static Format format(String label) throws Problem {
    return Stream.of(Format.values())
        .filter(format -> format.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new Problem(
                "--format: expected "
                    + Stream.of(Format.values())
                        .map(Format::label)
                        .collect(Collectors.joining(" or "))
                    + ", found "
                    + (label.isEmpty() ? "nothing" : label)));
  }
}
