package org.bpmndoc.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.dmn.DecisionLogic;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Aliases;

/// An element that a document speaks of. `href` is empty where the element has no page.
record Reference(String name, String type, String href) {

  /// Brings the aliases of one document to the elements of one subject.
  static final class Resolver {
    private final SiteMap map;
    private final Subject subject;
    private final Aliases aliases;

    /// Made only when they are named: of many nodes around a subject a document names few.
    private final Map<String, Supplier<Reference>> known = new HashMap<>();

    Resolver(SiteMap map, Subject subject, Aliases aliases) {
      this.map = map;
      this.subject = subject;
      this.aliases = aliases;
      Stream.concat(around(subject).stream(), SiteMap.content(subject).nodes().stream())
          .forEach(node -> known.put(node.id(), () -> reference(node)));
      if (subject instanceof Subject.DecisionSubject decision) {
        know(decision);
      }
      known.remove("");
    }

    /// What a decision's document may name: its rules, and the decisions that it requires.
    private void know(Subject.DecisionSubject decision) {
      if (decision.decision().logic() instanceof DecisionLogic.Table table) {
        for (int i = 0; i < table.rules().size(); i++) {
          int number = i + 1;
          known.put(
              table.rules().get(i).id(),
              () ->
                  new Reference(
                      "Rule " + number,
                      "rule",
                      map.page(decision.id())
                          + (number <= LogicView.Table.rowsMax(table)
                              ? map.format().rule(number)
                              : "")));
        }
      }
      for (Landscape.Part part : map.landscape().parts(decision.id())) {
        known.put(
            part.elementId(),
            () -> {
              Entry entry = map.entry(part.subject());
              return new Reference(entry.name(), entry.type(), entry.href());
            });
      }
    }

    /// What stands beside a sub-process; its document may name that too.
    private static List<FlowNode> around(Subject subject) {
      return subject instanceof Subject.SubProcessSubject sub ? sub.container().nodes() : List.of();
    }

    /// Those that exist, each once, without the subject itself.
    List<Reference> of(Stream<String> named) {
      return named
          .flatMap(alias -> aliases.elementId(alias).stream())
          .distinct()
          .filter(id -> !id.equals(subject.element().id()))
          .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
          .map(Supplier::get)
          .toList();
    }

    private Reference reference(FlowNode node) {
      String href =
          Stream.concat(Stream.of(subject.id()), subject.parent().stream())
              .flatMap(container -> map.at(container, node.id()).stream())
              .findFirst()
              .map((SubjectId id) -> map.page(id))
              .orElse("");
      return new Reference(Words.name(node), Words.type(node), href);
    }
  }
}
