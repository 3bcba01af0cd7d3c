package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeJson;
import org.bpmndoc.landscape.LandscapeReport;
import org.bpmndoc.landscape.LandscapeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `bpmndoc landscape`: what is there, and what could not be told.
@Command(name = "landscape", description = "Show what is in a folder of BPMN files. Sends nothing.")
final class LandscapeCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path directory = Path.of(".");

  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  LandscapeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Problem {
    Landscape landscape = Landscapes.read(directory, links.existing());
    LandscapeReport report = LandscapeReport.of(landscape);
    if (common.json) {
      console.out().println(LandscapeJson.of(report).toPrettyString());
    } else {
      console.out().print(LandscapeText.of(landscape, report));
    }
    return ExitCode.DONE.number();
  }
}
