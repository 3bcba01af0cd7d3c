package org.bpmndoc.cli.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bpmndoc.prompt.HouseWords;
import org.bpmndoc.prompt.Redaction;

/// What the configuration says; `models` are those of kinds of documents, `told` is who is told how
/// runs end, `profile` the folder of one, `site` what the pages are to look like. An option on the
/// command line wins over it.
public record Settings(
    Optional<String> provider,
    Optional<String> model,
    Map<String, ModelName> models,
    Optional<String> language,
    Optional<String> title,
    HouseWords words,
    Redaction redaction,
    Optional<Notify> told,
    Optional<Path> profile,
    Optional<SiteSettings> site) {

  public static final Settings NONE =
      new Settings(
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          HouseWords.NONE,
          Redaction.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Settings {
    models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
  }

  /// These, and from others what these do not say. Everything that either hides is hidden. Words of
  /// the house are the other way round: where both have a term, that of the others is nearer to the
  /// landscape.
  Settings and(Settings others) {
    Map<String, ModelName> all = new TreeMap<>(others.models);
    all.putAll(models);
    return new Settings(
        provider.or(others::provider),
        model.or(others::model),
        all,
        language.or(others::language),
        title.or(others::title),
        others.words.and(words),
        new Redaction(
            Stream.concat(redaction.rules().stream(), others.redaction.rules().stream()).toList()),
        told.or(others::told),
        profile.or(others::profile),
        site.or(others::site));
  }
}
