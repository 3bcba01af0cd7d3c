package org.bpmndoc.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeWords;
import org.bpmndoc.store.sql.State;
import tools.jackson.databind.node.ObjectNode;

/// The language that documents are written in, and why it is that one.
record DocumentLanguage(String tag, Why why) {

  sealed interface Why {

    /// A person said so, on the command line or in the configuration.
    record Asked() implements Why {}

    /// Another language would make everything anew: what one more file says of the names is not
    /// worth that.
    record Kept(String run) implements Why {}

    record OfNames() implements Why {}

    record TooFewNames() implements Why {}

    record UnclearNames() implements Why {}

    /// The names are in a language that the offline writer does not speak.
    record NotSpoken(String names) implements Why {}
  }

  /// What was asked for, else that of the provider's newest run, else that of the names.
  static DocumentLanguage of(
      Optional<String> asked, String provider, Optional<State> state, Landscape landscape) {
    if (asked.isPresent()) {
      return new DocumentLanguage(asked.get(), new Why.Asked());
    }
    Optional<Map.Entry<String, Entry.RunStarted>> before =
        state.flatMap(open -> Runs.newestStart(open, provider));
    return before
        .map(run -> new DocumentLanguage(run.getValue().language(), new Why.Kept(run.getKey())))
        .orElseGet(() -> ofNames(landscape).writtenBy(provider));
  }

  /// English where the names do not tell.
  static DocumentLanguage ofNames(Landscape landscape) {
    return switch (LanguageOfNames.of(LandscapeWords.of(landscape))) {
      case LanguageOfNames.Told(String tag) -> new DocumentLanguage(tag, new Why.OfNames());
      case LanguageOfNames.TooFew _ ->
          new DocumentLanguage(LanguageOfNames.ENGLISH, new Why.TooFewNames());
      case LanguageOfNames.Unclear _ ->
          new DocumentLanguage(LanguageOfNames.ENGLISH, new Why.UnclearNames());
    };
  }

  private DocumentLanguage writtenBy(String provider) {
    return Provider.speaks(provider, tag)
        ? this
        : new DocumentLanguage(LanguageOfNames.ENGLISH, new Why.NotSpoken(tag));
  }

  String reason() {
    return switch (why) {
      case Why.Asked _ -> "as asked for";
      case Why.Kept(String run) -> "the language of run " + run + "; --language changes it";
      case Why.OfNames _ -> "the language of the model's names";
      case Why.TooFewNames _ -> "since the model has too few names to tell their language";
      case Why.UnclearNames _ -> "since it is not clear which language the model's names are in";
      case Why.NotSpoken(String names) ->
          "since the model's names are in %s, which the offline writer does not speak"
              .formatted(inWords(names));
    };
  }

  /// Says it, and warns where another language will be written.
  void tell(String provider, Console console) {
    console.err().println("language: " + tag + ", " + reason());
    if (!Provider.speaks(provider, tag)) {
      console
          .err()
          .printf(
              "warning: the offline writer does not speak %s: it writes English, and its pages say"
                  + " so%n",
              inWords(tag));
    }
  }

  void putInto(ObjectNode json) {
    json.put("language", tag).put("languageWhy", reason());
  }

  private static String inWords(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH) + " (" + tag + ")";
  }
}
