package org.bpmndoc.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Profile;

/// A profile for people.
final class ProfileText {

  private ProfileText() {}

  static String of(Profile profile) {
    StringBuilder text =
        new StringBuilder(
            "profile \"%s\"%s%n"
                .formatted(
                    profile.name(),
                    Profiles.isBuiltIn(profile) ? ", which says what the built-in one says" : ""));
    text.append(
        "  a parent is shown the documents of %,d children, or the summaries of %,d%s%n"
            .formatted(
                profile.children().max(),
                profile.children().summariesMax(),
                profile.children().items().entrySet().stream()
                    .map(one -> "; at most %,d %s".formatted(one.getValue(), one.getKey()))
                    .collect(Collectors.joining())));
    profile.contracts().forEach(contract -> text.append(of(contract)));
    return text.toString();
  }

  private static String of(Contract contract) {
    StringBuilder text = new StringBuilder("%n%s  %s%n".formatted(contract.id(), contract.title()));
    text.append(line("of", Profile.TYPES.stream().filter(contract.of()::contains).toList()));
    text.append(
        line("asks for", contract.schema().path("properties").propertyNames().stream().toList()));
    text.append(
        line(
            "counted",
            contract.limits().stream()
                .map(limit ->
                    "%s %d to %d %s"
                        .formatted(limit.field(), limit.min(), limit.max(), limit.unit().label()))
                .toList()));
    text.append(
        line(
            "checked",
            contract.checks().stream()
                .map(check -> check.kind().label() + " in " + check.field())
                .toList()));
    return text.append(
            String.format(Locale.ROOT, "  at most %,d tokens%n", contract.answerTokensMax()))
        .toString();
  }

  private static String line(String what, List<String> values) {
    return values.isEmpty() ? "" : "  %s %s%n".formatted(what, String.join(", ", values));
  }
}
