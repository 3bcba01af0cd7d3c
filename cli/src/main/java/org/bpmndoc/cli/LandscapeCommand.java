package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.bpmndoc.landscape.CallMap;
import org.bpmndoc.landscape.CallMapDot;
import org.bpmndoc.landscape.CallMapMermaid;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeJson;
import org.bpmndoc.landscape.LandscapeReport;
import org.bpmndoc.landscape.LandscapeText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `bpmndoc landscape`: what is there, and what could not be told.
@Command(name = "landscape", description = "Show what is in a folder of BPMN files. Sends nothing.")
final class LandscapeCommand implements Callable<Integer> {

  private enum Format {
    TEXT,
    JSON,
    MERMAID,
    DOT
  }

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path directory = Path.of(".");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text (the default), json (as --json does), or the call map for Mermaid or Graphviz:"
              + " mermaid, dot.")
  private @Nullable Format format;

  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  LandscapeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Problem {
    Format chosen = chosen();
    Landscape landscape = Landscapes.read(directory, links.existing());
    LandscapeReport report = LandscapeReport.of(landscape);
    console
        .out()
        .print(
            switch (chosen) {
              case TEXT -> LandscapeText.of(landscape, report);
              case JSON -> json(landscape, report) + System.lineSeparator();
              case MERMAID -> CallMapMermaid.of(CallMap.of(landscape, report));
              case DOT -> CallMapDot.of(CallMap.of(landscape, report));
            });
    return ExitCode.DONE.number();
  }

  /// With the language of the names, which a person may overrule where documents are written.
  private static String json(Landscape landscape, LandscapeReport report) {
    ObjectNode json = LandscapeJson.of(report);
    DocumentLanguage.ofNames(landscape).putInto(json);
    return json.toPrettyString();
  }

  private Format chosen() throws Problem {
    if (common.json && format != null && format != Format.JSON) {
      throw new Problem("--json and --format name different formats: give one of them");
    }
    return common.json ? Format.JSON : Objects.requireNonNullElse(format, Format.TEXT);
  }
}
