package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.store.sql.State;

/// By which models it is told whether documents are up to date, for commands that only look.
record Yardstick(
    ModelOptions model, Settings settings, CommonOptions common, Console console, Path directory) {

  /// What the newest run was begun with, unless other models were named. Where documents were only
  /// imported there is none, and it is what `generate` would begin with.
  Models models(Optional<Begun> newest, State state, Landscape landscape) throws Problem {
    if (newest.isPresent() && !model.isNamed()) {
      var started = newest.get().state().started();
      return Models.of(
          started,
          model.profile.givenOrOf(started, settings, common, console, directory),
          model.prices.read(),
          settings);
    }
    DocumentLanguage language =
        DocumentLanguage.of(
            model.language(settings), model.provider(settings), Optional.of(state), landscape);
    return Models.chosen(model, model.profile.read(settings, common, console), settings)
        .in(language);
  }
}
