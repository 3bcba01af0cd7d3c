package org.bpmndoc.bpmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.xml.Xml;

/// Everything in one file that others refer to, by id; of several with one id the first.
///
/// References are QNames by the letter of BPMN and plain ids in most files, so a reference that
/// names nothing is tried again without its prefix.
final class Index {

  private final Map<String, Xml> byId = new HashMap<>();
  private final Map<String, Set<String>> associated = new HashMap<>();
  private final Set<String> drawnDataObjects = new HashSet<>();
  private final Map<String, String> interfaces = new HashMap<>();
  private final Map<String, String> categories = new HashMap<>();

  Index(Xml root) {
    add(root);
    associations(root);
  }

  /// The id that is meant: as written, without its prefix, or as written where neither exists.
  String id(String reference) {
    String stripped = reference.strip();
    if (byId.containsKey(stripped)) {
      return stripped;
    }
    String local = stripped.substring(stripped.indexOf(':') + 1);
    return byId.containsKey(local) ? local : stripped;
  }

  Optional<Xml> find(String reference) {
    return Optional.ofNullable(byId.get(id(reference)));
  }

  /// What is at the other end of the associations of an element, wherever in the file they stand.
  List<String> associatedWith(String id) {
    return List.copyOf(associated.getOrDefault(id, Set.of()));
  }

  /// Whether a data object is drawn by a reference to it.
  boolean isDrawn(String dataObject) {
    return drawnDataObjects.contains(dataObject);
  }

  /// The name of the interface that an operation is defined in.
  Optional<String> interfaceOf(String operation) {
    return Optional.ofNullable(interfaces.get(id(operation)));
  }

  /// The name of the category that a value belongs to.
  Optional<String> categoryOf(String value) {
    return Optional.ofNullable(categories.get(value));
  }

  private void add(Xml xml) {
    if (xml.isModel()) {
      xml.optional("dataObjectRef").ifPresent(drawnDataObjects::add);
      xml.optional("id").ifPresent(id -> byId.putIfAbsent(id, xml));
      switch (xml.name()) {
        case "interface" -> owned(xml, "operation", interfaces);
        case "category" -> owned(xml, "categoryValue", categories);
        default -> {}
      }
      xml.children().forEach(this::add);
    }
  }

  private static void owned(Xml owner, String kind, Map<String, String> names) {
    String name = owner.attribute("name");
    owner.all(kind).stream()
        .filter(_ -> !name.isEmpty())
        .forEach(owned -> names.putIfAbsent(owned.attribute("id"), name));
  }

  private void associations(Xml xml) {
    for (Xml child : xml.children()) {
      if (child.isModel("association")) {
        String source = id(child.attribute("sourceRef"));
        String target = id(child.attribute("targetRef"));
        associate(source, target);
        associate(target, source);
      } else if (child.isModel()) {
        associations(child);
      }
    }
  }

  private void associate(String from, String to) {
    if (!from.isEmpty() && !to.isEmpty()) {
      associated.computeIfAbsent(from, id -> new LinkedHashSet<>()).add(to);
    }
  }
}
