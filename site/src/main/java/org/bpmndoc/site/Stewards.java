package org.bpmndoc.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.document.Stewardship;
import org.bpmndoc.document.Stewardship.Review;

/// Who answers for a subject, as a page says it.
final class Stewards {

  /// Where it stands on a page.
  static final String ANCHOR = "stewards";

  static final String TITLE = "Who answers for it";

  private Stewards() {}

  /// What is said, by what it is called, in the order in which it is shown.
  static Map<String, String> of(Stewardship stewardship) {
    Map<String, String> said = new LinkedHashMap<>();
    stewardship.owner().ifPresent(owner -> said.put("Owner", owner));
    stewardship.version().ifPresent(version -> said.put("Version", version));
    stewardship.review().ifPresent(review -> said.put("Status", of(review)));
    return said;
  }

  /// The same in a line, without dates.
  static String line(Stewardship stewardship) {
    return Stream.of(
            stewardship.owner(),
            stewardship.version(),
            stewardship.review().map(review -> review.status().word()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static String of(Review review) {
    return review.status().word()
        + review.by().map(" by "::concat).orElse("")
        + review.date().map(date -> " on " + date).orElse("");
  }
}
