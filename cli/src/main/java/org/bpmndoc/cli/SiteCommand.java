package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.site.SiteSummary;
import org.bpmndoc.store.sql.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/// `bpmndoc site`: writes the pages again from stored documents.
@Command(name = "site", description = "Write the pages again from what is stored. Sends nothing.")
final class SiteCommand implements Callable<Integer> {

  private static final String HTML = "html";

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(names = "--format", paramLabel = "F", description = "html.")
  private String format = HTML;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the pages go (default: bpmndoc-site in the folder).")
  private @Nullable Path out;

  @Mixin private PriceOptions prices = new PriceOptions();
  @Mixin private ProfileOptions profile = new ProfileOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  SiteCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (!format.equals(HTML)) {
      throw new Problem("--format: expected html, found " + format);
    }
    Settings settings = common.settings(Optional.of(directory), console);
    try (State state = Runs.look(common.stateOf(directory, console), directory)) {
      RunState run = Runs.find(state, null, directory).state();
      Landscape landscape = Landscapes.readForWriting(directory, links, console, common.quiet);
      Models models =
          Models.of(
              run.started(),
              profile.givenOrOf(run.started(), settings, common, console, directory),
              prices.read(),
              settings);
      Overrides overrides =
          PeoplesWords.readForWriting(
              directory, landscape, models.profile(), console, common.quiet);
      Path folder = out == null ? directory.resolve(WaitingOptions.SITE) : out;
      SiteSummary summary =
          Publishing.write(landscape, overrides, settings, state, models, run, folder);
      tell(summary, folder);
      return ExitCode.DONE.number();
    }
  }

  private void tell(SiteSummary summary, Path folder) {
    if (common.json) {
      console
          .out()
          .println(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("out", folder.toString())
                  .put("pages", summary.pages())
                  .put("written", summary.written())
                  .put("unchanged", summary.unchanged())
                  .put("removed", summary.removed())
                  .toPrettyString());
    } else {
      console
          .out()
          .printf(
              "%,d pages; of all files %,d written, %,d unchanged, %,d removed%n%s%n",
              summary.pages(),
              summary.written(),
              summary.unchanged(),
              summary.removed(),
              folder.resolve("index.html"));
    }
  }
}
