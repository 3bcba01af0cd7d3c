package org.bpmndoc.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bpmndoc.document.Stewardship.Review;
import org.bpmndoc.document.Stewardship.Status;
import org.bpmndoc.yaml.YamlProblems;
import org.bpmndoc.yaml.YamlProblems.Named;
import org.bpmndoc.yaml.YamlValue;
import org.bpmndoc.yaml.YamlValue.Scalar;

/// Takes who answers for a subject out of a file, member by member.
final class StewardshipReader {

  static final String OWNER = "owner";
  static final String VERSION = "version";
  static final String REVIEW = "review";

  private static final int LENGTH_MAX = 200;
  private static final Pattern NOT_IN_LINE = Pattern.compile("[\\p{C}\\p{Z}\\s]+");
  private static final String STATUS = "status";
  private static final String BY = "by";
  private static final String DATE = "date";
  private static final String STATUSES =
      Arrays.stream(Status.values()).map(Status::word).collect(Collectors.joining(" or "));

  private final YamlProblems problems;
  private Optional<String> owner = Optional.empty();
  private Optional<String> version = Optional.empty();
  private Optional<Review> review = Optional.empty();

  StewardshipReader(YamlProblems problems) {
    this.problems = problems;
  }

  Stewardship stewardship() {
    return new Stewardship(owner, version, review);
  }

  /// Whether the member says something of this.
  boolean take(Named member) {
    switch (member.name()) {
      case OWNER -> owner = words(member.value(), "who answers for it");
      case VERSION -> version = words(member.value(), "a version such as 2.1");
      case REVIEW -> review = review(member);
      default -> {
        return false;
      }
    }
    return true;
  }

  private Optional<String> words(YamlValue value, String what) {
    if (value instanceof Scalar scalar
        && !scalar.text().isBlank()
        && scalar.text().length() <= LENGTH_MAX) {
      return Optional.of(NOT_IN_LINE.matcher(scalar.text()).replaceAll(" ").strip());
    }
    problems.expected("%s, in at most %d characters".formatted(what, LENGTH_MAX), value);
    return Optional.empty();
  }

  private Optional<Review> review(Named review) {
    Optional<Status> status = Optional.empty();
    Optional<String> by = Optional.empty();
    Optional<LocalDate> date = Optional.empty();
    int before = problems.count();
    for (Named member : problems.members(review.value(), "\"status\", \"by\" or \"date\"")) {
      switch (member.name()) {
        case STATUS -> status = status(member.value());
        case BY -> by = words(member.value(), "who said so");
        case DATE -> date = date(member.value());
        default ->
            problems.add(
                member.at(),
                "expected \"status\", \"by\" or \"date\", found \"%s\"".formatted(member.name()));
      }
    }
    if (status.isEmpty() && problems.count() == before) {
      problems.add(review.at(), "expected \"status\", which is " + STATUSES + ", found none");
    }
    Optional<String> who = by;
    Optional<LocalDate> when = date;
    return status.map(known -> new Review(known, who, when));
  }

  private Optional<Status> status(YamlValue value) {
    Optional<Status> status =
        value instanceof Scalar scalar
            ? Arrays.stream(Status.values())
                .filter(one -> one.word().equals(scalar.text()))
                .findFirst()
            : Optional.empty();
    if (status.isEmpty()) {
      problems.expected(STATUSES, value);
    }
    return status;
  }

  private Optional<LocalDate> date(YamlValue value) {
    try {
      if (value instanceof Scalar scalar) {
        return Optional.of(LocalDate.parse(scalar.text()));
      }
    } catch (DateTimeException e) {
      // said below, with its line
    }
    problems.expected("a date such as 2026-11-30", value);
    return Optional.empty();
  }
}
