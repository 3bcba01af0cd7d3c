package org.bpmndoc.site;

import java.util.List;
import java.util.stream.Collectors;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Facts;
import org.bpmndoc.site.Entry.Standing;

/// A subject as the search knows it from the start, without the text of its document.
///
/// `kind` is that of its document, empty where it has none. `place` names what it stands in,
/// outermost first, and is empty for a process and a decision. `standing` is what a reader should
/// know before opening the page, empty where that is nothing.
record SearchEntry(
    String name,
    String type,
    String kind,
    String place,
    List<String> roles,
    String element,
    String file,
    String summary,
    String standing,
    String href) {

  /// The names of the values of [#row()].
  static final List<String> FIELDS =
      List.of(
          "name",
          "type",
          "kind",
          "place",
          "roles",
          "element",
          "file",
          "summary",
          "standing",
          "href");

  static SearchEntry of(SiteMap map, Subject subject, Facts facts) {
    Entry entry = map.entry(subject.id());
    List<SubjectId> containers = map.containers(subject.id());
    return new SearchEntry(
        entry.name(),
        entry.type(),
        kind(map, map.input().state(subject.id())),
        containers.subList(0, containers.size() - 1).stream()
            .map(container -> Words.name(map.landscape().subject(container)))
            .collect(Collectors.joining(" › ")),
        SubjectPages.roles(facts),
        subject.element().id(),
        subject.id().file(),
        entry.summary(),
        Standing.remark(map, subject.id()),
        entry.href());
  }

  private static String kind(SiteMap map, SubjectState state) {
    return state instanceof SubjectState.Documented written
        ? map.input().kind(written.document().contract().kind())
        : "";
  }

  List<Object> row() {
    return List.of(name, type, kind, place, roles, element, file, summary, standing, href);
  }
}
