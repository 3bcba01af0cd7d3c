package org.bpmndoc.prompt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What the elements of one subject are called in its facts and its document: `e1`, `e2`, … to
/// element id, in order, and `f1`, `f2`, … to the ids of the sequence flows by which a flow
/// divides. A document can be shared by clones because it knows aliases only.
public record Aliases(Map<String, String> elementIds) {

  public Aliases {
    elementIds = Collections.unmodifiableMap(new LinkedHashMap<>(elementIds));
  }

  public Set<String> known() {
    return elementIds.keySet();
  }

  public Optional<String> elementId(String alias) {
    return Optional.ofNullable(elementIds.get(alias));
  }

  /// The same the other way round; where a broken file uses an id twice, the first.
  public Map<String, String> byElement() {
    Map<String, String> aliases = new LinkedHashMap<>();
    elementIds.forEach((alias, element) -> aliases.putIfAbsent(element, alias));
    return aliases;
  }

  /// A document that was written when aliases meant `then`, in the aliases of today; elements that
  /// are gone are referred to no more.
  public JsonNode today(JsonNode content, Map<String, String> then) {
    return Realiasing.of(then, this).of(content);
  }

  /// Hands out aliases in the order in which elements are met.
  static final class Numbering {
    private final Map<String, String> elementIds = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, String> flows = new LinkedHashMap<>();

    /// A new alias, also for an id that a broken file uses twice.
    String next(String elementId) {
      String alias = "e" + (elementIds.size() + 1);
      elementIds.put(alias, elementId);
      aliases.putIfAbsent(elementId, alias);
      return alias;
    }

    /// The alias the element has, else a new one.
    String of(String elementId) {
      String alias = aliases.get(elementId);
      return alias == null ? next(elementId) : alias;
    }

    Optional<String> known(String elementId) {
      return Optional.ofNullable(aliases.get(elementId));
    }

    /// A new alias for a sequence flow, or what else leads on.
    String nextFlow(String flowId) {
      String alias = "f" + (flows.size() + 1);
      flows.put(alias, flowId);
      return alias;
    }

    Aliases done() {
      Map<String, String> all = new LinkedHashMap<>(elementIds);
      all.putAll(flows);
      return new Aliases(all);
    }
  }
}
