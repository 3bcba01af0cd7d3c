package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.document.Profile;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.RequestRenderer;
import org.bpmndoc.run.Explaining;
import org.bpmndoc.run.Explanation;
import org.bpmndoc.store.sql.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `bpmndoc explain`: why a subject is written again, or is not.
@Command(
    name = "explain",
    description =
        "Say why a subject is written again, or is not: what changed, what it saw of its children,"
            + " what it cost. Sends nothing.")
final class ExplainCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Parameters(index = "1", paramLabel = "SUBJECT", description = "Which subject (FILE#ELEMENT).")
  private String subject = "";

  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = common.settings(Optional.of(directory), console);
    try (State state = Runs.look(common.stateOf(directory, console), directory)) {
      Entry.RunStarted run = Runs.find(state, null, directory).state().started();
      Landscape landscape = Landscapes.readForWriting(directory, links, console, true);
      Models models = models(run, settings);
      Overrides overrides =
          PeoplesWords.readForWriting(directory, landscape, models.profile(), console, true);
      RequestRenderer renderer =
          new RequestRenderer(landscape, models.profile(), models.requestSettings(), overrides);
      Explaining explaining =
          new Explaining(
              landscape.dependencies(),
              renderer::render,
              models.language(),
              state.documents(),
              state.journal());
      Explanation explanation =
          Optional.of(subject)
              .filter(name -> name.lastIndexOf('#') > 0)
              .flatMap(name -> explaining.of(new SubjectId(name)))
              .orElseThrow(() -> Landscapes.unknown(landscape, subject));
      console
          .out()
          .print(
              common.json
                  ? ExplanationJson.of(explanation).toPrettyString() + System.lineSeparator()
                  : ExplanationText.of(explanation));
      return ExitCode.DONE.number();
    }
  }

  /// Who would write now: the models of the newest run, unless others are named; its profile and
  /// language likewise.
  private Models models(Entry.RunStarted run, Settings settings) throws Problem {
    Optional<Profile> given = model.profile.given(settings, common, console);
    Profile profile = given.isPresent() ? given.get() : Profiles.of(run);
    Models models =
        model.isNamed()
            ? Models.chosen(model, profile, settings)
            : Models.of(run, profile, model.prices.read(), settings);
    return models.in(model.language(settings).orElse(run.language()));
  }
}
