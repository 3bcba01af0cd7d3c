package org.bpmndoc.document.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Finding.Grade;
import org.bpmndoc.document.check.Grounds.Rule;
import tools.jackson.databind.JsonNode;

/// Each rule of a decision table is told, with its own tests and results, and no other is.
final class RulesCheck {

  private final Grounds grounds;
  private final List<Finding> findings = new ArrayList<>();

  private RulesCheck(Grounds grounds) {
    this.grounds = grounds;
  }

  static List<Finding> of(JsonNode content, String field, Grounds grounds) {
    if (grounds.rules().isEmpty()) {
      return List.of();
    }
    RulesCheck check = new RulesCheck(grounds);
    Set<String> told = new HashSet<>();
    for (Item item : Item.of(content, field)) {
      List<Rule> rules =
          grounds.rules().stream().filter(rule -> item.elements().contains(rule.alias())).toList();
      if (!rules.isEmpty() && rules.stream().allMatch(rule -> told.contains(rule.alias()))) {
        check.findings.add(
            item.gap("rule-twice", "its rule is told already, and the table has no other"));
      }
      rules.forEach(rule -> told.add(rule.alias()));
      check.look(item, rules);
    }
    grounds.rules().stream()
        .filter(rule -> !told.contains(rule.alias()))
        .forEach(rule ->
            check.findings.add(
                new Finding(
                    Grade.GAP, "rule-untold", field, rule.alias() + " is told of nowhere")));
    return check.findings;
  }

  private void look(Item item, List<Rule> rules) {
    if (rules.isEmpty()) {
      findings.add(item.gap("rule-unknown", "no rule of the table is named for this"));
      return;
    }
    List<String> outcome = Wording.words(Numbers.joined(item.text("outcome")));
    for (int column = 0; column < grounds.rules().getFirst().then().size(); column++) {
      result(item, rules, outcome, column);
    }
    boolean saysAny =
        rules.stream()
            .flatMap(rule -> rule.then().stream())
            .map(RulesCheck::plain)
            .filter(result -> !result.isEmpty())
            .anyMatch(result -> says(outcome, result));
    if (!saysAny && !Wording.denies(item.text("outcome"))) {
      findings.add(item.gap("result-untold", "it says no result of " + rules.getFirst().alias()));
    }
    tests(item, rules);
  }

  /// What stands in one column of the table.
  private void result(Item item, List<Rule> rules, List<String> outcome, int column) {
    Set<String> own = results(rules, column);
    Set<String> others = results(grounds.rules(), column);
    others.removeAll(own);
    boolean saysOwn = own.stream().anyMatch(result -> says(outcome, result));
    others.stream()
        .filter(result -> !saysOwn && says(outcome, result))
        .sorted()
        .findFirst()
        .ifPresent(result ->
            findings.add(
                item.contradiction(
                    "result-of-another-rule",
                    "the result of %s is %s, not %s"
                        .formatted(rules.getFirst().alias(), String.join(", ", own), result))));
  }

  private void tests(Item item, List<Rule> rules) {
    Set<Comparison> own =
        rules.stream()
            .flatMap(rule -> rule.when().stream())
            .flatMap(test -> Comparison.in(test).stream())
            .collect(Collectors.toSet());
    for (Comparison said : Comparison.in(item.text("condition"))) {
      if (!own.contains(said) && own.stream().anyMatch(said::contradicts)) {
        findings.add(
            item.contradiction(
                "test-inverted", "the rule tests the other side of " + said.number()));
        return;
      }
    }
  }

  private static Set<String> results(List<Rule> rules, int column) {
    return rules.stream()
        .filter(rule -> column < rule.then().size())
        .map(rule -> plain(rule.then().get(column)))
        .filter(result -> !result.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String plain(String result) {
    String plain = result.replaceAll("[\"“”]", "").strip();
    return plain.equals("-") ? "" : plain;
  }

  private static boolean says(List<String> words, String result) {
    List<String> content = Wording.words(Numbers.joined(result));
    return !content.isEmpty()
        && content.stream()
            .allMatch(word ->
                Character.isDigit(word.charAt(0))
                    ? words.stream().anyMatch(other -> isNumber(other, word))
                    : Wording.hasAlike(words, word));
  }

  private static boolean isNumber(String word, String number) {
    return Character.isDigit(word.charAt(0))
        && Objects.equals(Numbers.plain(word), Numbers.plain(number));
  }
}
