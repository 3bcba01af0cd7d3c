package org.bpmndoc.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.site.SubjectPage.CallerLine;
import org.bpmndoc.site.SubjectPage.Part;

/// The lists of a subject, whole, and the pages of those that are too long for one.
final class SubjectLists {

  private final SiteMap map;
  private final Sidebar sidebar;

  /// One page of a list, to be made when it is asked for.
  record Rest(Subject subject, SubjectList list, int number, String path) {}

  SubjectLists(SiteMap map, Sidebar sidebar) {
    this.map = map;
    this.sidebar = sidebar;
  }

  /// Also where people want none: a file without a diagram is shown by its steps.
  List<Steps.Step> steps(Subject subject) {
    boolean isDrawn = subject instanceof Subject.FlowSubject flow && flow.file().hasDiagram();
    return isDrawn && !map.input().look().shows(Look.FLOW) ? List.of() : Steps.of(map, subject);
  }

  List<Part> parts(SubjectId id) {
    return map.input().look().shows(Look.MADE_OF)
        ? map.landscape().parts(id).stream().map(part -> part(id, part)).toList()
        : List.of();
  }

  private Part part(SubjectId container, Landscape.Part part) {
    Subject subject = map.landscape().subject(part.subject());
    Optional<String> call =
        SiteMap.isShared(subject)
                && !(map.landscape().subject(container) instanceof Subject.DecisionSubject)
            ? Optional.of(map.nodeName(container, part.elementId()))
            : Optional.empty();
    String remark =
        !part.followed()
            ? "closes a recursion; the document above was written without it"
            : subject instanceof Subject.CallSubject unlinked ? Notices.unlinked(unlinked) : "";
    return new Part(map.entry(part.subject()), call, remark);
  }

  List<CallerLine> callers(SubjectId process) {
    return map.input().look().shows(Look.CALLERS)
        ? map.callers(process).stream().map(this::caller).toList()
        : List.of();
  }

  private CallerLine caller(SiteMap.Caller caller) {
    return new CallerLine(
        map.entry(caller.container()),
        Words.name(map.landscape().subject(map.containers(caller.container()).getFirst())),
        map.nodeName(caller.container(), caller.elementId()),
        caller.followed() ? "" : "closes a recursion; this call is not followed");
  }

  /// The pages that a subject has beside its own.
  List<Rest> rests(Subject subject) {
    return Stream.of(SubjectList.values()).flatMap(list -> rests(subject, list)).toList();
  }

  private Stream<Rest> rests(Subject subject, SubjectList list) {
    String page = map.page(subject.id());
    return IntStream.rangeClosed(2, SubjectList.pages(size(subject, list)))
        .mapToObj(number -> new Rest(subject, list, number, list.rest(page, number)));
  }

  private int size(Subject subject, SubjectList list) {
    return switch (list) {
      // Not all nodes are steps, and few subjects have that many.
      case STEPS ->
          SiteMap.content(subject).nodes().size() <= SubjectList.LINES_MAX
              ? 0
              : steps(subject).size();
      case PARTS ->
          map.input().look().shows(Look.MADE_OF) ? map.landscape().parts(subject.id()).size() : 0;
      case CALLERS -> map.input().look().shows(Look.CALLERS) ? map.callers(subject.id()).size() : 0;
    };
  }

  RestPage of(Rest rest) {
    Entry entry = map.entry(rest.subject().id());
    SubjectList list = rest.list();
    int total = size(rest.subject(), list);
    int count = SubjectList.pages(total);
    List<String> pages =
        Stream.concat(
                Stream.of(list.href(entry, map.format())),
                IntStream.rangeClosed(2, count).mapToObj(i -> list.rest(entry.href(), i)))
            .toList();
    String title = list.title(entry.type());
    return new RestPage(
        layout(rest.subject(), entry.name() + ": " + title + ", page " + rest.number()),
        entry,
        title,
        rest.number(),
        pages,
        (rest.number() - 1) * SubjectList.LINES_MAX + 1,
        total,
        lines(rest));
  }

  private RestPage.Lines lines(Rest rest) {
    SubjectId id = rest.subject().id();
    return switch (rest.list()) {
      case STEPS ->
          new RestPage.Lines.Flow(SubjectList.onPage(steps(rest.subject()), rest.number()));
      case PARTS -> new RestPage.Lines.Parts(SubjectList.onPage(parts(id), rest.number()));
      case CALLERS -> new RestPage.Lines.Callers(SubjectList.onPage(callers(id), rest.number()));
    };
  }

  private Layout layout(Subject subject, String title) {
    return new Layout(
        title,
        map.input().title(),
        map.input().language().toLanguageTag(),
        "../",
        sidebar.of(subject.id()),
        Optional.empty(),
        Neighbours.NONE,
        map.frame());
  }
}
