package org.bpmndoc.emulator;

import java.util.regex.Pattern;

/// What the API no longer takes from a model, and what the model does unasked, by its name.
record ModelTraits(
    boolean takesSampling,
    boolean takesForcedTools,
    boolean takesPrefill,
    boolean takesBudget,
    boolean takesNoThinking,
    boolean thinksUnasked) {

  /// 5.5, and Fable since 5.1: no forced tool, no beginning of the answer.
  private static final Pattern NEWEST =
      Pattern.compile("claude-(opus|sonnet|haiku)-5-5|claude-fable-5-[12]");

  /// Sampling parameters other than their defaults are refused by these under any version.
  private static final Pattern FIXED_SAMPLING =
      Pattern.compile("claude-opus-(4-[78]|5.*)|claude-(sonnet|fable)-5.*");

  /// The last of those whose thinking has a budget.
  private static final Pattern BUDGET = Pattern.compile("claude-[a-z]+-4-[0-6].*");

  /// These cannot do without thinking. Sonnet 5.5 can between its tools only.
  private static final Pattern ALWAYS_THINKING =
      Pattern.compile("claude-(opus|sonnet)-5-5|claude-fable-5.*");

  /// Thinking is on where nothing is said about it.
  private static final Pattern THINKING = Pattern.compile("claude-[a-z]+-5(-.*)?");

  static ModelTraits of(String model) {
    boolean newest = NEWEST.matcher(model).matches();
    return new ModelTraits(
        !FIXED_SAMPLING.matcher(model).matches(),
        !newest,
        !newest,
        BUDGET.matcher(model).matches(),
        !ALWAYS_THINKING.matcher(model).matches(),
        THINKING.matcher(model).matches());
  }

  /// Whether an answer is thought about; `type` is that of the thinking that was asked for, or
  /// empty.
  boolean thinks(String type) {
    return switch (type) {
      case "" -> thinksUnasked;
      case "adaptive", "enabled" -> true;
      default -> false;
    };
  }
}
