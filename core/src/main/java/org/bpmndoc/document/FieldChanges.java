package org.bpmndoc.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Compares two documents field by field. Which elements a text is about, or which way, is passed
/// over: aliases are numbered anew whenever the flow is another. Items of lists are aligned by what
/// they say, so that one that is put in between is one change.
public final class FieldChanges {

  private final List<FieldChange> changes = new ArrayList<>();

  private FieldChanges() {}

  /// In the order of the fields now; those that are gone come last. Empty where both say the same.
  public static List<FieldChange> of(JsonNode before, JsonNode now) {
    FieldChanges found = new FieldChanges();
    found.compare("", ChildView.withoutElements(before), ChildView.withoutElements(now));
    return List.copyOf(found.changes);
  }

  private void compare(String path, JsonNode before, JsonNode now) {
    if (before.equals(now)) {
      return;
    }
    if (before instanceof ObjectNode then && now instanceof ObjectNode object) {
      fields(path, then, object);
    } else if (before instanceof ArrayNode then && now instanceof ArrayNode array) {
      items(path, then, array);
    } else {
      changes.add(new FieldChange(path, before, now));
    }
  }

  private void fields(String path, ObjectNode before, ObjectNode now) {
    Set<String> names = new LinkedHashSet<>(now.propertyNames());
    names.addAll(before.propertyNames());
    for (String name : names) {
      if (name.equals(Document.FLOW) && now.path(name).isString()) {
        continue;
      }
      compare(path.isEmpty() ? name : path + "." + name, before.path(name), now.path(name));
    }
  }

  private void items(String path, ArrayNode before, ArrayNode now) {
    for (Alignment.Pair pair : Alignment.of(before, now)) {
      switch (pair) {
        case Alignment.Pair.Both(int then, int there) ->
            compare(path + "[" + there + "]", before.get(then), now.get(there));
        case Alignment.Pair.Added(int there) ->
            changes.add(
                new FieldChange(
                    path + "[" + there + "]", MissingNode.getInstance(), now.get(there)));
        case Alignment.Pair.Removed(int then) ->
            changes.add(
                new FieldChange(
                    path + "[" + then + "]", before.get(then), MissingNode.getInstance()));
      }
    }
  }
}
