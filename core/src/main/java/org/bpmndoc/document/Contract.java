package org.bpmndoc.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a kind of document must contain.
///
/// `title` is for people ("Feature Goal"). `of` are the types of the elements it documents, BPMN's
/// names for them, or `decision`. `instructions` is the text of the prompt that all requests of
/// this contract share. `schema` is a JSON Schema (2020-12) within what structured output can
/// express: every property required, no additional ones. What it cannot express stands in `limits`
/// and `checks`, and is asked for in the prompt and checked afterwards. `answerTokensMax` is the
/// longest answer, without room for thinking.
public record Contract(
    ContractId id,
    String title,
    Set<String> of,
    String instructions,
    JsonNode schema,
    List<Limit> limits,
    List<Check> checks,
    int answerTokensMax) {

  public Contract {
    of = Set.copyOf(of);
    limits = List.copyOf(limits);
    checks = List.copyOf(checks);
  }

  /// Nothing is asked for but the schema, and of nothing in particular.
  public Contract(
      ContractId id, String title, String instructions, JsonNode schema, int answerTokensMax) {
    this(id, title, Set.of(), instructions, schema, List.of(), List.of(), answerTokensMax);
  }

  /// How much of something a `field` should hold, as far as the model supports that much. A dot
  /// stands between a list and a field of each of its items.
  public record Limit(String field, Unit unit, int min, int max) {}

  /// What is counted: the items of a list, or the sentences of a text.
  public enum Unit {
    ITEMS("items"),
    SENTENCES("sentences");

    private final String label;

    Unit(String label) {
      this.label = label;
    }

    /// What it is called in contracts and findings.
    public String label() {
      return label;
    }
  }

  /// A check against the model that the list at a top-level `field` has to pass.
  public record Check(Kind kind, String field) {}

  /// What is looked for. `item` are the properties that the items of the list must have for it.
  public enum Kind {
    /// Every child that the subject is written from is told of.
    CHILDREN("children", "elements"),
    /// The steps come in the order in which the flow goes.
    FLOW_ORDER("flow-order", "text", "elements"),
    /// Each step is about an element, speaks of it, and gives it to those who do it.
    STEPS("steps", "text", "elements"),
    /// Every way out of what divides the flow is told, under its own condition.
    DECISIONS("decisions", "outcomes", "elements"),
    /// Every boundary event and event sub-process is told, and what follows on it.
    EVENTS("events", "elements"),
    /// Every rule of a decision table is told, with its own result.
    RULES("rules", "condition", "outcome", "elements"),
    /// Every role is one of the model's.
    ROLES("roles", "role"),
    /// Whatever is named is named in the model.
    NAMES("names", "name");

    private final String label;
    private final List<String> item;

    Kind(String label, String... item) {
      this.label = label;
      this.item = List.of(item);
    }

    /// What it is called in contracts.
    public String label() {
      return label;
    }

    public List<String> item() {
      return item;
    }

    public static Optional<Kind> labelled(String label) {
      return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
  }
}
