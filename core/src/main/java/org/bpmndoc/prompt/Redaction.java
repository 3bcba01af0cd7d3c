package org.bpmndoc.prompt;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;

/// What must not leave the machine: texts that match one of these patterns. Every request is made
/// with pseudonyms in their place.
public record Redaction(List<Rule> rules) {

  public static final Redaction NONE = new Redaction(List.of());

  public Redaction {
    rules = List.copyOf(rules);
  }

  public boolean isNone() {
    return rules.isEmpty();
  }

  /// Whether there is anything to hide in a text.
  public boolean finds(String text) {
    return rules.stream().anyMatch(rule -> rule.finds(text));
  }

  /// The texts that `pattern` finds, by the syntax of RE2, and what they are called instead.
  ///
  /// A pattern may come with a landscape from anywhere. The engine takes time in proportion to text
  /// and pattern, whatever both say; what a pattern unfolds to is limited.
  public record Rule(String name, Pattern pattern) {

    private static final int PATTERN_LENGTH_MAX = 1_000;
    private static final int PROGRAM_SIZE_MAX = 2_000;

    /// Of the length of a pattern times the counts in its braces: above, it is not even unfolded.
    private static final long UNFOLDED_MAX = 1_000_000;

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    /// Throws IllegalArgumentException, which says what was expected, where it cannot be used.
    public static Rule of(String name, String pattern) {
      if (!NAME.matches(name)) {
        throw new IllegalArgumentException(
            "expected a name of small letters and -, found \"" + name + "\"");
      }
      if (pattern.length() > PATTERN_LENGTH_MAX || unfolded(pattern) > UNFOLDED_MAX) {
        throw tooLarge();
      }
      Rule rule;
      try {
        rule = new Rule(name, Pattern.compile(pattern));
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException(
            "expected a regular expression without look-around and references back: "
                + e.getMessage(),
            e);
      }
      if (rule.pattern.programSize() > PROGRAM_SIZE_MAX) {
        throw tooLarge();
      }
      if (rule.pattern.matcher("").find()) {
        throw new IllegalArgumentException("expected a pattern that does not match the empty text");
      }
      return rule;
    }

    private boolean finds(String text) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          return true;
        }
      }
      return false;
    }

    private static long unfolded(String pattern) {
      long size = pattern.length();
      Matcher counts = COUNT.matcher(pattern);
      while (counts.find() && size <= UNFOLDED_MAX) {
        String most = counts.group(2);
        size *=
            Math.max(1, Long.parseLong(most == null || most.isEmpty() ? counts.group(1) : most));
      }
      return size;
    }

    private static IllegalArgumentException tooLarge() {
      return new IllegalArgumentException(
          "expected a smaller pattern: this one is too long, or its counts repeat too much");
    }
  }
}
