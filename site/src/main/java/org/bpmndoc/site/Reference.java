package org.bpmndoc.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode;
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
    private final Map<String, FlowNode> nodes = new HashMap<>();

    Resolver(SiteMap map, Subject subject, Aliases aliases) {
      this.map = map;
      this.subject = subject;
      this.aliases = aliases;
      Stream.concat(around(subject).stream(), SiteMap.content(subject).nodes().stream())
          .forEach(node -> nodes.put(node.id(), node));
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
          .flatMap(id -> Optional.ofNullable(nodes.get(id)).stream())
          .map(this::reference)
          .toList();
    }

    private Reference reference(FlowNode node) {
      String href =
          Stream.concat(Stream.of(subject.id()), subject.parent().stream())
              .flatMap(container -> map.at(container, node.id()).stream())
              .findFirst()
              .map((SubjectId id) -> SiteMap.page(id))
              .orElse("");
      return new Reference(Words.name(node), Words.type(node), href);
    }
  }
}
