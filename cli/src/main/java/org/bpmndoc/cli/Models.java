package org.bpmndoc.cli;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bpmndoc.cli.config.Settings;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.plan.ModelLimits;
import org.bpmndoc.plan.ModelPrice;
import org.bpmndoc.plan.Prices;
import org.bpmndoc.prompt.Redaction;
import org.bpmndoc.prompt.RequestSettings;

/// The model that was chosen: what it charges and takes, and how requests are made for it.
///
/// `writer` is the model that requests name. For the offline writer that is the writer itself, so
/// that its drafts never pass for a model's documents; prices and limits are those of the model
/// that would be asked otherwise.
record Models(
    String writer, String language, ModelPrice price, ModelLimits limits, Redaction redaction) {

  /// Room for thinking on top of each contract's longest answer, in tokens: current models think by
  /// themselves, and what they think counts as output.
  static final int THINKING_TOKENS = 8_000;

  /// What the options of a command choose, and the configuration where they do not.
  static Models chosen(ModelOptions options, Settings settings) throws Problem {
    Prices prices = options.prices.read();
    String priced = options.model(settings).orElse(prices.defaultModel());
    String language = options.language(settings);
    boolean offline = options.provider(settings).equals(Provider.OFFLINE);
    Models models =
        of(offline ? Provider.OFFLINE_MODEL : priced, priced, language, prices, settings);
    if (offline && !Provider.OFFLINE_LANGUAGES.contains(language.replaceAll("-.*", ""))) {
      throw new Problem(
          "--language: the offline writer writes %s, not %s"
              .formatted(String.join(" and ", Provider.OFFLINE_LANGUAGES), language));
    }
    return models;
  }

  /// What a run was begun with; what is hidden is what is to be hidden now.
  static Models of(Entry.RunStarted run, Prices prices, Settings settings) throws Problem {
    boolean offline = run.provider().equals(Provider.OFFLINE);
    return of(
        run.model(),
        offline ? prices.defaultModel() : run.model(),
        run.language(),
        prices,
        settings);
  }

  private static Models of(
      String writer, String priced, String language, Prices prices, Settings settings)
      throws Problem {
    try {
      Models models =
          new Models(
              writer, language, prices.model(priced), prices.limits(priced), settings.redaction());
      RequestSettings _ = models.requestSettings();
      return models;
    } catch (IllegalArgumentException e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
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
    return new RequestSettings(
        writer, limits.contextWindowTokens(), language, THINKING_TOKENS, redaction);
  }
}
