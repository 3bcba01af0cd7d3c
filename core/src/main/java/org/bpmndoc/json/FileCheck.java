package org.bpmndoc.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.json.LocatedJson.Items;
import org.bpmndoc.json.LocatedJson.Members;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.SourceLocation;

/// Takes values out of a JSON file and collects everything that is wrong with it.
///
/// Where a value is missing or wrong, that is noted and a value that does no harm is given in its
/// place, so that reading can go on to the next mistake; [#finish] then refuses the file.
public final class FileCheck {

  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);
  private static final int DECIMAL_PLACES_MAX = 12;

  private final List<Diagnostic> problems = new ArrayList<>();

  public void finish() throws UnusableFileException {
    if (!problems.isEmpty()) {
      throw new UnusableFileException(problems.stream().sorted().toList());
    }
  }

  /// All that was noted so far.
  public List<Diagnostic> problems() {
    return problems.stream().sorted().toList();
  }

  public boolean foundNothing() {
    return problems.isEmpty();
  }

  public Members members(LocatedJson value, String what, String... known) {
    if (value instanceof Members members) {
      members
          .values()
          .forEach((name, member) -> {
            if (!Arrays.asList(known).contains(name)) {
              problem(
                  "key-unknown",
                  member.at(),
                  "%s has no \"%s\"".formatted(what, name),
                  "known here: " + String.join(", ", known));
            }
          });
      return members;
    }
    expected(what + ", an object", value);
    return new Members(value.at(), Map.of());
  }

  public List<LocatedJson> items(Members in, String name) {
    LocatedJson value = in.values().get(name);
    if (value instanceof Items items && !items.values().isEmpty()) {
      return items.values();
    }
    expected(in, name, "an array with at least one object");
    return List.of();
  }

  public String text(Members in, String name) {
    if (in.values().get(name) instanceof LocatedJson.Text text && !text.value().isBlank()) {
      return text.value();
    }
    expected(in, name, "a text");
    return name;
  }

  /// At least zero, at most a thousand million, with at most twelve places after the point.
  public BigDecimal amount(Members in, String name) {
    if (in.values().get(name) instanceof LocatedJson.Number number
        && number.value().signum() >= 0
        && number.value().compareTo(LARGEST) <= 0
        && number.value().scale() <= DECIMAL_PLACES_MAX) {
      return number.value();
    }
    expected(in, name, "a number from 0 to 1,000,000,000 with at most 12 decimal places");
    return BigDecimal.ONE;
  }

  public BigDecimal amount(Members in, String name, BigDecimal otherwise) {
    return in.values().containsKey(name) ? amount(in, name) : otherwise;
  }

  /// A whole number within bounds.
  public int count(Members in, String name, int min, int max) {
    if (in.values().get(name) instanceof LocatedJson.Number number
        && number.value().compareTo(BigDecimal.valueOf(min)) >= 0
        && number.value().compareTo(BigDecimal.valueOf(max)) <= 0
        && number.value().stripTrailingZeros().scale() <= 0) {
      return number.value().intValueExact();
    }
    expected(in, name, String.format(Locale.ROOT, "a whole number from %,d to %,d", min, max));
    return min;
  }

  public Optional<Integer> optionalCount(Members in, String name, int min, int max) {
    return in.values().containsKey(name)
        ? Optional.of(count(in, name, min, max))
        : Optional.empty();
  }

  /// Notes that a member is not what it should be, or is not there.
  public void expected(Members in, String name, String expectation) {
    LocatedJson value = in.values().get(name);
    if (value == null) {
      problem(
          "value-missing",
          in.at(),
          "expected \"%s\", %s; it is missing".formatted(name, expectation),
          "add \"%s\" to the object that begins here".formatted(name));
    } else {
      expected("\"" + name + "\", " + expectation, value);
    }
  }

  /// Notes that a value is not what it should be.
  public void expected(String what, LocatedJson found) {
    problem(
        "value-unexpected",
        found.at(),
        "expected %s; found %s".formatted(what, shown(found)),
        "write the value that is expected here");
  }

  public void problem(String code, SourceLocation at, String message, String hint) {
    problems.add(new Diagnostic(Diagnostic.Severity.ERROR, code, at, message, hint));
  }

  /// Notes what others found out.
  public void problems(List<Diagnostic> found) {
    problems.addAll(found);
  }

  /// Notes what is no mistake and yet worth knowing.
  public void warning(String code, SourceLocation at, String message, String hint) {
    problems.add(new Diagnostic(Diagnostic.Severity.WARNING, code, at, message, hint));
  }

  private static String shown(LocatedJson value) {
    return switch (value) {
      case Members members -> members.values().isEmpty() ? "an empty object" : "an object";
      case Items items -> items.values().isEmpty() ? "an empty array" : "an array";
      case LocatedJson.Text text -> "the text \"" + text.value() + "\"";
      case LocatedJson.Number number -> number.value().toString();
      case LocatedJson.Literal literal -> literal.value();
    };
  }
}
