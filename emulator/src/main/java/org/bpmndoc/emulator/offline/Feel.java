package org.bpmndoc.emulator.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in words what the simple expressions of decision tables say; others are quoted.
record Feel(Language language) {

  private static final String VALUE = "\"[^\"]*\"|true|false|-?\\d+(?:\\.\\d+)?";
  private static final Pattern VALUES =
      Pattern.compile("(?:%s)(?:\\s*,\\s*(?:%s))*".formatted(VALUE, VALUE));
  private static final Pattern NOT = Pattern.compile("not\\((?<values>.*)\\)");
  private static final Pattern COMPARED = Pattern.compile("(?<by>[<>]=?)\\s*(?<to>[^<>=]+)");
  private static final Pattern RANGE =
      Pattern.compile(
          "\\[\\s*(?<from>[^\\[\\].]+(?:\\.\\d+)?)\\s*\\.\\.\\s*(?<to>[^\\[\\]]+?)\\s*]");

  /// One test of a rule; nothing where it holds for any value.
  Optional<String> test(String input, String expression) {
    if (expression.isEmpty() || expression.equals("-")) {
      return Optional.empty();
    }
    Matcher not = NOT.matcher(expression);
    Matcher compared = COMPARED.matcher(expression);
    Matcher range = RANGE.matcher(expression);
    String name = language.quote(input);
    if (VALUES.matcher(expression).matches()) {
      return Optional.of(language.say("test.is", name, language.any(values(expression))));
    }
    if (not.matches() && VALUES.matcher(not.group("values")).matches()) {
      return Optional.of(language.say("test.not", name, language.any(values(not.group("values")))));
    }
    if (compared.matches()) {
      return Optional.of(
          language.say(comparison(compared.group("by")), name, compared.group("to")));
    }
    return Optional.of(
        range.matches()
            ? language.say("test.between", name, range.group("from"), range.group("to"))
            : language.say("test.meets", name, language.quote(expression)));
  }

  private static String comparison(String by) {
    return switch (by) {
      case "<" -> "test.less";
      case "<=" -> "test.atMost";
      case ">" -> "test.more";
      default -> "test.atLeast";
    };
  }

  /// What a rule gives for one output; nothing where it gives nothing.
  Optional<String> result(String output, String expression) {
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    String value =
        VALUES.matcher(expression).matches()
            ? language.all(values(expression))
            : language.quote(expression);
    return Optional.of(
        output.isEmpty()
            ? language.say("result.unnamed", value)
            : language.say("result", language.quote(output), value));
  }

  /// The values that are possible, as far as they are listed one by one.
  String choice(String listed) {
    return VALUES.matcher(listed).matches() ? language.any(values(listed)) : language.quote(listed);
  }

  /// Texts in the quotation marks of the language, numbers and truths as they are.
  private List<String> values(String list) {
    return Arrays.stream(list.split("\\s*,\\s*(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .map(String::strip)
        .map(value ->
            value.startsWith("\"") ? language.quote(value.substring(1, value.length() - 1)) : value)
        .toList();
  }
}
