package org.bpmndoc.prompt;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bpmndoc.xml.Element;
import org.bpmndoc.xml.Extensions;

/// What vendors say of an element by the [VendorRules]: sorted values by fact.
record VendorFacts(SortedMap<String, SortedSet<String>> values) {

  private static final VendorFacts NONE = new VendorFacts(new TreeMap<>());

  static VendorFacts of(Element element) {
    return element.extensions() == Extensions.NONE ? NONE : of(List.of(element));
  }

  /// Of elements that are one thing to a reader: an event and what it waits for.
  static VendorFacts of(List<Element> elements) {
    SortedMap<String, SortedSet<String>> values = new TreeMap<>();
    for (Element element : elements) {
      if (element.extensions() != Extensions.NONE) {
        for (VendorRule rule : VendorRules.ALL) {
          rule.said(element)
              .filter(value -> !value.isEmpty())
              .forEach(
                  value -> values.computeIfAbsent(rule.fact(), _ -> new TreeSet<>()).add(value));
        }
      }
    }
    return new VendorFacts(values);
  }

  List<String> all(String fact) {
    SortedSet<String> found = values.get(fact);
    return found == null ? List.of() : List.copyOf(found);
  }

  /// One value of each fact with that beginning, by the rest of its name.
  Map<String, String> one(String beginning) {
    Map<String, String> found = new TreeMap<>();
    values
        .tailMap(beginning)
        .forEach((fact, said) -> {
          if (fact.startsWith(beginning)) {
            found.put(fact.substring(beginning.length()), said.first());
          }
        });
    return found;
  }
}
