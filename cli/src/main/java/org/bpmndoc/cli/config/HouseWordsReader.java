package org.bpmndoc.cli.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.prompt.HouseWords;
import org.bpmndoc.prompt.Redaction;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.YamlProblems;
import org.bpmndoc.yaml.YamlValue;
import org.bpmndoc.yaml.YamlValue.Items;
import org.bpmndoc.yaml.YamlValue.Nothing;
import org.bpmndoc.yaml.YamlValue.Scalar;

/// Takes a glossary, roles and house rules out of one file.
final class HouseWordsReader {

  private static final int TERMS_MAX = 200;
  private static final int ROLES_MAX = 50;
  private static final int RULES_MAX = 30;
  private static final int LENGTH_MAX = 500;

  private final YamlProblems problems;
  private final Map<String, String> glossary = new LinkedHashMap<>();
  private final Map<String, String> roles = new LinkedHashMap<>();
  private final List<String> rules = new ArrayList<>();
  private final List<Written> written = new ArrayList<>();

  /// A text as it would be sent, and where it stands.
  private record Written(String text, SourceLocation at) {}

  HouseWordsReader(YamlProblems problems) {
    this.problems = problems;
  }

  HouseWords words() {
    return new HouseWords(glossary, roles, rules);
  }

  void refuseHidden(Redaction redaction) {
    written.stream()
        .filter(one -> redaction.finds(one.text))
        .forEach(one ->
            problems.add(
                one.at,
                "expected a text without anything that redact hides, found some in it",
                "this is sent with every request: word it without, or narrow the pattern"));
  }

  void glossary(YamlValue value) {
    for (YamlProblems.Named term : problems.members(value, "a mapping from terms to meanings")) {
      if (isFull(glossary.size(), TERMS_MAX, "terms", term.at())) {
        return;
      }
      named(glossary, "a term", term.name(), term.at())
          .ifPresent(name ->
              text("what the term means", term.value())
                  .ifPresent(meaning -> glossary.put(name, meaning)));
    }
  }

  /// With what each does, or names alone.
  void roles(YamlValue value) {
    if (value instanceof Items names) {
      for (YamlValue item : names.values()) {
        if (isFull(roles.size(), ROLES_MAX, "roles", item.at())) {
          return;
        }
        if (item instanceof Scalar name) {
          role(name.text(), name.at(), Optional.of(""));
        } else {
          problems.expected("the name of a role", item);
        }
      }
      return;
    }
    for (YamlProblems.Named role :
        problems.members(value, "a mapping from roles to what they do, or a list of roles")) {
      if (isFull(roles.size(), ROLES_MAX, "roles", role.at())) {
        return;
      }
      role(
          role.name(),
          role.at(),
          role.value() instanceof Nothing
              ? Optional.of("")
              : text("what the role does", role.value()));
    }
  }

  private void role(String name, SourceLocation at, Optional<String> does) {
    named(roles, "the name of a role", name, at)
        .ifPresent(role -> does.ifPresent(text -> roles.put(role, text)));
  }

  void rules(YamlValue value) {
    String expected = "a list of sentences";
    if (!(value instanceof Items items)) {
      problems.expected(expected, value);
      return;
    }
    for (YamlValue item : items.values()) {
      if (isFull(rules.size(), RULES_MAX, "house rules", item.at())) {
        return;
      }
      text("a sentence", item).ifPresent(rules::add);
    }
  }

  private boolean isFull(int size, int max, String what, SourceLocation at) {
    if (size == max) {
      problems.add(at, "expected at most %d %s, found more".formatted(max, what));
    }
    return size == max;
  }

  /// Names that are sent as the same are the same.
  private Optional<String> named(
      Map<String, String> others, String expected, String name, SourceLocation at) {
    Optional<String> line = line(expected, name, at);
    if (line.isPresent() && others.containsKey(line.get())) {
      problems.add(at, "\"" + line.get() + "\" is here a second time");
      return Optional.empty();
    }
    return line;
  }

  private Optional<String> text(String expected, YamlValue value) {
    if (value instanceof Scalar scalar) {
      return line(expected, scalar.text(), scalar.at());
    }
    problems.expected(expected, value);
    return Optional.empty();
  }

  private Optional<String> line(String expected, String text, SourceLocation at) {
    String line = HouseWords.line(text);
    if (line.isEmpty() || line.length() > LENGTH_MAX) {
      problems.add(
          at,
          "expected %s of at most %d characters, found %s"
              .formatted(
                  expected, LENGTH_MAX, line.isEmpty() ? "none" : String.valueOf(line.length())));
      return Optional.empty();
    }
    written.add(new Written(line, at));
    return Optional.of(line);
  }
}
