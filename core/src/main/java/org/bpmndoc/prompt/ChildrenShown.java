package org.bpmndoc.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bpmndoc.document.ChildLimits;
import org.bpmndoc.document.ChildView;
import org.bpmndoc.document.Overrides;
import org.bpmndoc.document.Profile;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.ChildrenSeen;
import tools.jackson.databind.JsonNode;

/// Decides how a parent sees its direct children.
///
/// In flow order, each once, at most as many as the profile says; in full while all fit, then by
/// summary, the longest first. What people wrote is in what is shown. An outline counts like a
/// document.
final class ChildrenShown {

  private final Landscape landscape;
  private final Profile profile;
  private final LandscapeFacts facts;
  private final Overrides overrides;

  ChildrenShown(Landscape landscape, Profile profile, LandscapeFacts facts, Overrides overrides) {
    this.landscape = landscape;
    this.profile = profile;
    this.facts = facts;
    this.overrides = overrides;
  }

  /// All children as far as there is room for everything. Throws IllegalArgumentException where a
  /// child that is followed is not in `children`: nothing is rendered before its children.
  List<ShownChild> all(
      SubjectId parent, Aliases aliases, Map<SubjectId, Child> children, ChildrenSeen seen) {
    List<ShownChild> shown = new ArrayList<>();
    int count = 0;
    Map<String, List<String>> aliasesOf = aliasesByElement(aliases);
    for (Map.Entry<SubjectId, List<Landscape.Part>> entry : parts(parent, aliases).entrySet()) {
      Landscape.Part first = entry.getValue().getFirst();
      ShownChild.Shown how =
          first.followed()
              ? shown(given(parent, entry.getKey(), children), entry.getKey(), seen, count)
              : new ShownChild.Shown.Missing(CallFacts.RECURSION);
      count += how instanceof ShownChild.Shown.Missing ? 0 : 1;
      shown.add(child(entry.getKey(), entry.getValue(), aliasesOf, how));
    }
    return shown;
  }

  /// Shortens the longest until `excess` is gone or nothing is left to shorten.
  static List<ShownChild> shortened(List<ShownChild> children, long excess) {
    List<ShownChild> shown = new ArrayList<>(children);
    List<Integer> longestFirst =
        IntStream.range(0, shown.size())
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer i) -> -shown.get(i).size())
                    .thenComparing(Comparator.reverseOrder()))
            .toList();
    long left = excess;
    for (int i : longestFirst) {
      if (left <= 0) {
        break;
      }
      ShownChild shorter = shown.get(i).shortened();
      left -= shown.get(i).size() - shorter.size();
      shown.set(i, shorter);
    }
    return shown;
  }

  private static Child given(SubjectId parent, SubjectId id, Map<SubjectId, Child> children) {
    Child child = children.get(id);
    if (child == null) {
      throw new IllegalArgumentException(
          parent + " cannot be rendered before its child " + id + " is written or given up");
    }
    return child;
  }

  /// `before` are the children that are shown already.
  private ShownChild.Shown shown(Child child, SubjectId id, ChildrenSeen seen, int before) {
    return switch (child) {
      case Child.Missing missing -> new ShownChild.Shown.Missing(missing.reason());
      case Child.Written _, Child.Outlined _ when before >= limits().max(seen) ->
          new ShownChild.Shown.Missing(limits().leftOut(seen));
      case Child.Written written -> {
        JsonNode content = overrides.applyTo(id, written.document().content());
        yield new ShownChild.Shown.Written(content, written.source(), view(content, seen));
      }
      case Child.Outlined _ ->
          new ShownChild.Shown.Outlined(
              ChildView.outline(Outline.of(facts.of(landscape.subject(id)))));
    };
  }

  private ChildLimits limits() {
    return profile.children();
  }

  private ChildView view(JsonNode document, ChildrenSeen seen) {
    return switch (seen) {
      case DOCUMENTS, STORED -> ChildView.full(document, limits());
      case SUMMARIES -> ChildView.summaryByChoice(document);
    };
  }

  private ShownChild child(
      SubjectId id,
      List<Landscape.Part> parts,
      Map<String, List<String>> aliasesOf,
      ShownChild.Shown how) {
    Subject subject = landscape.subject(id);
    return new ShownChild(
        id,
        parts.stream()
            .flatMap(part -> aliasesOf.getOrDefault(part.elementId(), List.of()).stream())
            .distinct()
            .toList(),
        profile.contractFor(subject).title(),
        Words.line(subject.element().name()),
        how);
  }

  /// The parts of each child, by where the child comes first in the flow.
  private Map<SubjectId, List<Landscape.Part>> parts(SubjectId parent, Aliases aliases) {
    List<String> order = List.copyOf(aliases.elementIds().values());
    Map<String, Integer> place = new LinkedHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      place.putIfAbsent(order.get(i), i);
    }
    Map<SubjectId, List<Landscape.Part>> parts = new LinkedHashMap<>();
    landscape.parts(parent).stream()
        .sorted(
            Comparator.comparingInt(
                part -> place.getOrDefault(part.elementId(), Integer.MAX_VALUE)))
        .forEach(part -> parts.computeIfAbsent(part.subject(), id -> new ArrayList<>()).add(part));
    return parts;
  }

  /// One for each element, but in broken files that use an id twice.
  private static Map<String, List<String>> aliasesByElement(Aliases aliases) {
    Map<String, List<String>> aliasesOf = new HashMap<>();
    aliases
        .elementIds()
        .forEach((alias, element) ->
            aliasesOf.computeIfAbsent(element, _ -> new ArrayList<>()).add(alias));
    return aliasesOf;
  }
}
