package org.bpmndoc.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bpmndoc.json.LocatedJson;
import org.bpmndoc.json.UnusableFileException;

/// What models charged on one date, and how much they take, read from a file. Asked for a model it
/// does not know, it throws an [IllegalArgumentException] that names those it does.
public record Prices(LocalDate date, String defaultModel, Map<String, Model> models) {

  private static final String BUILT_IN = "prices-2026-11-23.json";

  public Prices {
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    if (!models.containsKey(defaultModel)) {
      throw new IllegalArgumentException("the default model " + defaultModel + " has no price");
    }
  }

  /// One model's prices and limits.
  public record Model(ModelPrice price, ModelLimits limits) {}

  /// The prices that came with this program.
  public static Prices builtIn() {
    try (InputStream in = Prices.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException(BUILT_IN + " is missing from this program");
      }
      return PricesFile.parse(LocatedJson.parse(BUILT_IN, in.readAllBytes()));
    } catch (UnusableFileException broken) {
      throw new IllegalStateException("the prices of this program are broken", broken);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// A user's own prices, in a file of the same shape. They replace the built-in ones as a whole.
  public static Prices read(Path file) throws UnusableFileException {
    return PricesFile.parse(LocatedJson.read(file));
  }

  public ModelPrice model(String name) {
    return known(name).price();
  }

  public ModelLimits limits(String name) {
    return known(name).limits();
  }

  public Usd cost(String model, Usage usage, Channel channel) {
    return model(model).cost(usage, channel);
  }

  private Model known(String name) {
    Model found = models.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no price is known for model \"%s\", only for %s; name one of these, or add it to a price file of your own"
              .formatted(name, String.join(", ", models.keySet())));
    }
    return found;
  }
}
