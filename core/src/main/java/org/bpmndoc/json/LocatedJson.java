package org.bpmndoc.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.SourceLocation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// A JSON value that knows where in its file it stands.
public sealed interface LocatedJson {

  SourceLocation at();

  record Members(SourceLocation at, Map<String, LocatedJson> values) implements LocatedJson {}

  record Items(SourceLocation at, List<LocatedJson> values) implements LocatedJson {}

  record Text(SourceLocation at, String value) implements LocatedJson {}

  record Number(SourceLocation at, BigDecimal value) implements LocatedJson {}

  /// `true`, `false` or `null`, as it is written.
  record Literal(SourceLocation at, String value) implements LocatedJson {}

  static LocatedJson read(Path file) throws UnusableFileException {
    try {
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException missing) {
      throw unreadable(file, "expected a JSON file, found no file of that name");
    } catch (IOException failed) {
      throw unreadable(
          file,
          Files.isDirectory(file)
              ? "expected a JSON file, found a folder"
              : "cannot be read: " + failed.getMessage());
    }
  }

  private static UnusableFileException unreadable(Path file, String message) {
    SourceLocation whole = SourceLocation.wholeFile(file.toString());
    return refused("file-unreadable", whole, message, "check the name and who may read the file");
  }

  static LocatedJson parse(String file, byte[] json) throws UnusableFileException {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = factory.createParser(json)) {
      if (parser.nextToken() == null) {
        throw refused(
            "json-empty",
            SourceLocation.wholeFile(file),
            "expected a JSON object, found an empty file",
            "write the object, or name another file");
      }
      LocatedJson value = value(file, parser);
      if (parser.nextToken() != null) {
        throw refused(
            "json-syntax",
            location(file, parser.currentTokenLocation()),
            "expected the end of the file, found more after the value",
            "keep one JSON object in the file");
      }
      return value;
    } catch (JacksonException broken) {
      throw refused(
          "json-syntax",
          location(file, broken.getLocation()),
          "expected JSON, found something else: " + firstLine(broken.getOriginalMessage()),
          "correct the file at this place");
    }
  }

  private static LocatedJson value(String file, JsonParser parser) {
    SourceLocation at = location(file, parser.currentTokenLocation());
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, LocatedJson> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          values.put(name, value(file, parser));
        }
        yield new Members(at, values);
      }
      case START_ARRAY -> {
        List<LocatedJson> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(file, parser));
        }
        yield new Items(at, values);
      }
      case VALUE_STRING -> new Text(at, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Number(at, parser.getDecimalValue());
      default -> new Literal(at, parser.getString());
    };
  }

  private static SourceLocation location(
      String file, @org.jspecify.annotations.Nullable TokenStreamLocation place) {
    return place == null || place.getLineNr() < 1
        ? SourceLocation.wholeFile(file)
        : new SourceLocation(file, place.getLineNr(), Math.max(0, place.getColumnNr()));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  static UnusableFileException refused(
      String code, SourceLocation at, String message, String hint) {
    return new UnusableFileException(
        List.of(new Diagnostic(Diagnostic.Severity.ERROR, code, at, message, hint)));
  }
}
