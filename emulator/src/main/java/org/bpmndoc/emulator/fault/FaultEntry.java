package org.bpmndoc.emulator.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.SourceLocation;

/// One entry of a file of faults while it is read: gives out its fields by name, each at most as
/// what it is asked for, and keeps what is wrong with them. Where a field is wrong, whoever asked
/// gets what holds without it, so that all problems are found in one go.
final class FaultEntry {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

  record Field(SourceLocation at, String text) {}

  private final SourceLocation at;
  private final Map<String, Field> fields;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  FaultEntry(SourceLocation at, Map<String, Field> fields) {
    this.at = at;
    this.fields = Map.copyOf(fields);
  }

  List<Diagnostic> problems() {
    return problems;
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  Optional<String> text(String name) {
    asked.add(name);
    return Optional.ofNullable(fields.get(name)).map(Field::text);
  }

  Which which(String name, Which otherwise) {
    return value(name, "1, 2-4, 3-, every 5, all or a list of these", Which::parse)
        .orElse(otherwise);
  }

  Optional<Duration> duration(String name) {
    return value(name, "a duration such as 200ms, 30s or 4h", FaultEntry::toDuration);
  }

  int count(String name, int otherwise) {
    return value(name, "a number", FaultEntry::toNumber).orElse(otherwise);
  }

  boolean flag(String name, boolean otherwise) {
    return value(
            name,
            "true or false",
            text ->
                switch (text) {
                  case "true" -> Optional.of(true);
                  case "false" -> Optional.of(false);
                  default -> Optional.<Boolean>empty();
                })
        .orElse(otherwise);
  }

  Optional<ErrorType> errorType(String name) {
    return value(name, "an error of the API such as api_error", ErrorType::named);
  }

  /// A field that must be there.
  <T> T required(String name, Optional<T> value, T otherwise) {
    if (!has(name)) {
      problem(at, "expected \"" + name + "\", found none");
    }
    return value.orElse(otherwise);
  }

  private <T> Optional<T> value(
      String name, String expected, Function<String, Optional<T>> meaning) {
    Optional<T> value = text(name).flatMap(meaning);
    if (has(name) && value.isEmpty()) {
      problem(
          place(name), "%s: expected %s, found \"%s\"".formatted(name, expected, text(name).get()));
    }
    return value;
  }

  private static Optional<Duration> toDuration(String text) {
    Matcher match = DURATION.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(match.group(1));
    return Optional.of(
        switch (match.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        });
  }

  private static Optional<Integer> toNumber(String text) {
    return COUNT.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /// Fields that nobody asked for mean nothing to a fault of this name.
  void refuseRest(String fault) {
    fields.forEach((name, field) -> {
      if (!asked.contains(name)) {
        problem(
            field.at(),
            "a fault \"%s\" here takes %s; found \"%s\""
                .formatted(fault, String.join(", ", asked), name));
      }
    });
  }

  void problem(String name, String message) {
    problem(place(name), message);
  }

  private SourceLocation place(String name) {
    return Optional.ofNullable(fields.get(name)).map(Field::at).orElse(at);
  }

  private void problem(SourceLocation place, String message) {
    problems.add(FaultsFile.problem(place, message));
  }
}
