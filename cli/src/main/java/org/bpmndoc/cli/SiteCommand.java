package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.journal.RunState;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.site.SiteSummary;
import org.bpmndoc.store.sql.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `bpmndoc site`: writes the pages again from stored documents.
@Command(name = "site", description = "Write the pages again from what is stored. Sends nothing.")
final class SiteCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private PriceOptions prices = new PriceOptions();
  @Mixin private ProfileOptions profile = new ProfileOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  SiteCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    List<Output> outputs = output.outputs(directory);
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
      SectionNames.refuseUnknown(settings, models.profile());
      tell(
          outputs,
          Publishing.write(
              Publishing.input(landscape, overrides, settings, state, models, run), outputs));
      return ExitCode.DONE.number();
    }
  }

  private void tell(List<Output> outputs, List<SiteSummary> summaries) {
    SiteSummary all = SiteSummary.sum(summaries);
    if (common.json) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      Output.write(outputs, json);
      console
          .out()
          .println(
              json.put("pages", all.pages())
                  .put("written", all.written())
                  .put("unchanged", all.unchanged())
                  .put("removed", all.removed())
                  .toPrettyString());
    } else {
      console
          .out()
          .printf(
              "%,d pages; of all files %,d written, %,d unchanged, %,d removed%n",
              all.pages(), all.written(), all.unchanged(), all.removed());
      outputs.forEach(output -> console.out().println(output.firstPage()));
    }
  }
}
