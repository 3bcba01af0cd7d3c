package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bpmndoc.json.FileCheck;
import org.bpmndoc.json.LocatedJson;
import org.bpmndoc.json.LocatedJson.Members;
import org.bpmndoc.json.UnusableFileException;
import org.bpmndoc.plan.ModelPrice.Tier;

/// Reads a price file. The built-in one, under this package's resources, shows its shape.
final class PricesFile {

  private static final int TOKENS_MAX = Integer.MAX_VALUE;

  /// The most that any model asks for, where a file does not say.
  private static final int CACHE_MOST = 4_096;

  private final FileCheck check = new FileCheck();

  private PricesFile() {}

  static Prices parse(LocatedJson json) throws UnusableFileException {
    return new PricesFile().prices(json);
  }

  private Prices prices(LocatedJson json) throws UnusableFileException {
    Members file = check.members(json, "a price file", "date", "note", "defaultModel", "models");
    LocalDate date = date(file);
    String defaultModel = check.text(file, "defaultModel");
    Map<String, Prices.Model> models = new LinkedHashMap<>();
    for (LocatedJson item : check.items(file, "models")) {
      Members entry =
          check.members(
              item,
              "a model",
              "model",
              "batchFactor",
              "contextWindowTokens",
              "answerTokensMax",
              "cacheTokensMin",
              "tiers",
              "source");
      model(entry, date)
          .ifPresent(model -> {
            if (models.put(model.price().model(), model) != null) {
              check.problem(
                  "model-twice",
                  entry.at(),
                  "model \"%s\" has a price already".formatted(model.price().model()),
                  "keep one of the two");
            }
          });
    }
    if (check.foundNothing() && !models.containsKey(defaultModel)) {
      check.expected(file, "defaultModel", "one of " + String.join(", ", models.keySet()));
    }
    check.finish();
    return new Prices(date, defaultModel, models);
  }

  private LocalDate date(Members file) {
    try {
      return LocalDate.parse(check.text(file, "date"));
    } catch (DateTimeException noDate) {
      if (file.values().get("date") instanceof LocatedJson.Text) {
        check.expected(file, "date", "a date such as 2026-11-23");
      }
      return LocalDate.EPOCH;
    }
  }

  private Optional<Prices.Model> model(Members entry, LocalDate date) {
    String name = check.text(entry, "model");
    BigDecimal batchFactor = check.amount(entry, "batchFactor");
    int window = check.count(entry, "contextWindowTokens", 1, TOKENS_MAX);
    int answer = check.count(entry, "answerTokensMax", 1, TOKENS_MAX);
    int cache = check.optionalCount(entry, "cacheTokensMin", 0, TOKENS_MAX).orElse(CACHE_MOST);
    List<Tier> tiers = tiers(entry);
    String source = check.text(entry, "source");
    if (check.foundNothing() && answer > window) {
      check.expected(entry, "answerTokensMax", "at most the contextWindowTokens, " + window);
    }
    return check.foundNothing()
        ? Optional.of(
            new Prices.Model(
                new ModelPrice(name, batchFactor, tiers, cache, Optional.of(date), source),
                new ModelLimits(window, answer)))
        : Optional.empty();
  }

  private List<Tier> tiers(Members entry) {
    List<Tier> tiers = new ArrayList<>();
    List<LocatedJson> items = check.items(entry, "tiers");
    long below = 0;
    for (int i = 0; i < items.size(); i++) {
      Members rates =
          check.members(
              items.get(i),
              "a tier",
              "promptTokensMax",
              "inputPerMTok",
              "outputPerMTok",
              "cacheWrite5mPerMTok",
              "cacheWrite1hPerMTok",
              "cacheReadPerMTok");
      OptionalLong max = OptionalLong.empty();
      if (i < items.size() - 1) {
        max = OptionalLong.of(check.count(rates, "promptTokensMax", 1, TOKENS_MAX));
        if (max.getAsLong() <= below) {
          check.expected(rates, "promptTokensMax", "more than in the tier before, " + below);
        }
        below = max.getAsLong();
      } else if (rates.values().containsKey("promptTokensMax")) {
        check.expected(rates, "promptTokensMax", "nothing, since the last tier takes any prompt");
      }
      tiers.add(
          new Tier(
              max,
              check.amount(rates, "inputPerMTok"),
              check.amount(rates, "outputPerMTok"),
              check.amount(rates, "cacheWrite5mPerMTok"),
              check.amount(rates, "cacheWrite1hPerMTok"),
              check.amount(rates, "cacheReadPerMTok")));
    }
    return tiers;
  }
}
