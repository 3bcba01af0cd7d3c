package org.bpmndoc.cli;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.document.ByKind;
import org.bpmndoc.document.Profile;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.ModelLimits;
import org.bpmndoc.plan.ModelPrice;
import org.bpmndoc.plan.Prices;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.prompt.HouseWords;
import org.bpmndoc.prompt.Redaction;
import org.bpmndoc.prompt.RequestSettings;

/// The models that were chosen, by kind of document: what each charges and takes, and how requests
/// are made for it, by the contracts of `profile`.
record Models(
    ByKind<Chosen> chosen,
    Profile profile,
    String language,
    Redaction redaction,
    HouseWords words) {

  /// Room for thinking on top of each contract's longest answer, in tokens: current models think by
  /// themselves, and what they think counts as output.
  static final int THINKING_TOKENS = 8_000;

  /// One of them. `writer` is the model that requests name. For the offline writer that is the
  /// writer itself, so that its drafts never pass for a model's documents; price and limits are
  /// those of the model that would be asked otherwise.
  record Chosen(String writer, ModelPrice price, ModelLimits limits) {

    /// Nothing is sent to anybody, and nothing costs anything.
    boolean isOffline() {
      return writer.equals(Provider.OFFLINE_MODEL);
    }

    private RequestSettings.Model forRequests() {
      return new RequestSettings.Model(writer, limits.contextWindowTokens(), THINKING_TOKENS);
    }
  }

  /// What the options of a command choose, and the configuration where they do not. Where neither
  /// says a language it is English, until [#in] says another.
  static Models chosen(ModelOptions options, Profile profile, Settings settings) throws Problem {
    Prices prices = options.prices.read();
    String usual = options.model(settings).orElse(prices.defaultModel());
    ByKind<String> priced = new ByKind<>(usual, options.models(settings, prices, profile.kinds()));
    String language = options.language(settings).orElse(LanguageOfNames.ENGLISH);
    boolean offline = options.provider(settings).equals(Provider.OFFLINE);
    return of(
        priced,
        model -> offline ? Provider.OFFLINE_MODEL : model,
        profile,
        language,
        prices,
        settings);
  }

  /// The same for documents in another language.
  Models in(DocumentLanguage other) {
    return in(other.tag());
  }

  Models in(String tag) {
    return new Models(chosen, profile, tag, redaction, words);
  }

  /// What a run was begun with; what is hidden is what is to be hidden now.
  static Models of(Entry.RunStarted run, Prices prices, Settings settings) throws Problem {
    return of(run, Profiles.of(run), prices, settings);
  }

  /// The same by other contracts.
  static Models of(Entry.RunStarted run, Profile profile, Prices prices, Settings settings)
      throws Problem {
    return run.provider().equals(Provider.OFFLINE)
        ? of(
            ByKind.same(prices.defaultModel()),
            _ -> run.model(),
            profile,
            run.language(),
            prices,
            settings)
        : of(
            run.writers().map(Entry.Writer::model),
            model -> model,
            profile,
            run.language(),
            prices,
            settings);
  }

  private static Models of(
      ByKind<String> priced,
      UnaryOperator<String> writer,
      Profile profile,
      String language,
      Prices prices,
      Settings settings)
      throws Problem {
    try {
      Models models =
          new Models(
              priced.map(model ->
                  new Chosen(writer.apply(model), prices.model(model), prices.limits(model))),
              profile,
              language,
              settings.redaction(),
              settings.words());
      RequestSettings _ = models.requestSettings();
      return models;
    } catch (IllegalArgumentException e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
  }

  /// The price of the model that writes whatever no other is named for.
  ModelPrice price() {
    return chosen.usual().price();
  }

  /// The models that requests name.
  ByKind<String> writers() {
    return chosen.map(Chosen::writer);
  }

  /// What a model that requests name charges for these tokens.
  Usd cost(String writer, Usage usage, Channel channel) {
    return chosen.all().stream()
        .filter(one -> one.writer().equals(writer))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody has asked for " + writer))
        .price()
        .cost(usage, channel);
  }

  /// The model by whose prices each kind of document is planned; empty where all have the same.
  SequencedMap<String, String> pricedByKind() {
    return byKind(chosen.map(one -> one.price().model()), profile.kinds());
  }

  /// As a run records them: those that differ from the usual one.
  Map<String, Entry.Writer> recorded() {
    Map<String, Entry.Writer> recorded = new TreeMap<>();
    chosen
        .named()
        .forEach((kind, one) -> {
          if (!one.writer().equals(chosen.usual().writer())) {
            recorded.put(kind, new Entry.Writer(one.writer(), one.price().batchFactor()));
          }
        });
    return recorded;
  }

  /// The model of each kind of document; empty where all have the same.
  static SequencedMap<String, String> byKind(ByKind<String> models, List<String> kinds) {
    SequencedMap<String, String> byKind = new LinkedHashMap<>();
    if (models.all().size() > 1) {
      kinds.forEach(kind -> byKind.put(kind, models.of(kind)));
    }
    return byKind;
  }

  /// A price list with one model on it, which costs nothing and takes what the default model takes.
  static Prices free(String model) {
    Prices builtIn = Prices.builtIn();
    ModelPrice.Tier nothing =
        new ModelPrice.Tier(OptionalLong.empty(), ZERO, ZERO, ZERO, ZERO, ZERO);
    ModelPrice price =
        new ModelPrice(model, ONE, List.of(nothing), 0, Optional.empty(), "costs nothing");
    ModelLimits limits = builtIn.limits(builtIn.defaultModel());
    return new Prices(builtIn.date(), model, Map.of(model, new Prices.Model(price, limits)));
  }

  RequestSettings requestSettings() {
    return new RequestSettings(chosen.map(Chosen::forRequests), language, redaction, words);
  }
}
