package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bpmndoc.document.Document;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Facts;
import org.bpmndoc.prompt.LandscapeFacts;
import org.bpmndoc.site.SubjectPage.Drawing;
import tools.jackson.databind.JsonNode;

/// Puts the page of a subject together from its state, its place in the landscape and its document.
final class SubjectPages {

  private static final int CRUMBS_MAX = 4;
  private static final int ROLES_MAX = 12;

  private final SiteMap map;
  private final Function<SubjectId, Optional<String>> onMap;
  private final Sidebar sidebar;
  private final SubjectLists lists;
  private final LandscapeFacts landscapeFacts;

  /// `onMap` is where each is drawn on the map, if it is.
  SubjectPages(SiteMap map, Function<SubjectId, Optional<String>> onMap) {
    this.map = map;
    this.onMap = onMap;
    this.sidebar = new Sidebar(map);
    this.lists = new SubjectLists(map, sidebar);
    this.landscapeFacts = new LandscapeFacts(map.landscape());
  }

  SubjectLists lists() {
    return lists;
  }

  SubjectPage of(Subject subject) {
    SubjectId id = subject.id();
    Facts facts = landscapeFacts.of(subject);
    Optional<SubjectState.Documented> written =
        map.input().state(id) instanceof SubjectState.Documented documented
            ? Optional.of(documented)
            : Optional.empty();
    Optional<Document> document = written.map(SubjectState.Documented::document);
    Wording wording = Wording.of(map, id, facts.aliases());
    Reference.Resolver resolver = new Reference.Resolver(map, subject, facts.aliases());
    Look look = map.input().look();
    List<Section> sections = Sections.of(look.arranged(wording.content()), resolver);
    return new SubjectPage(
        layout(subject),
        crumbs(id),
        Words.name(subject),
        document.map(found -> map.input().kind(found.contract().kind())).orElse(""),
        Words.type(subject),
        some(roles(facts)),
        place(subject),
        status(id),
        Stewards.of(map.input().overrides().stewardship(id)),
        Notices.of(map, subject),
        wording.summary(),
        document.isPresent() ? "" : Words.beginning(subject.element().documentation()),
        drawing(subject),
        SubjectList.STEPS.first(lists.steps(subject), map.page(id)),
        sections,
        SubjectList.PARTS.first(lists.parts(id), map.page(id)),
        SubjectList.CALLERS.first(lists.callers(id), map.page(id)),
        written
            .map(found ->
                Findings.of(map.input().overrides().findingsShown(id, found.document()), sections))
            .orElse(Findings.NONE),
        written.map(found -> Provenances.of(map, found)),
        look.shows(Look.PROVENANCE),
        wording,
        onMap.apply(id));
  }

  private SubjectPage.Place place(Subject subject) {
    return new SubjectPage.Place(
        subject.id(),
        Words.name(map.landscape().subject(map.containers(subject.id()).getFirst())),
        subject.element().location().toString());
  }

  /// How the document stands; that of one with a gap is told before that it is old.
  private String status(SubjectId id) {
    Entry.Standing standing = Entry.Standing.of(map, id);
    return standing == Entry.Standing.DOCUMENTED && Entry.Standing.isStale(map, id)
        ? Entry.Standing.STALE
        : standing.status();
  }

  private Layout layout(Subject subject) {
    return new Layout(
        Words.name(subject),
        map.input().title(),
        map.input().language().toLanguageTag(),
        "../",
        sidebar.of(subject.id()),
        subject instanceof Subject.FlowSubject flow && flow.file().hasDiagram()
            ? Optional.of(SiteMap.diagram(flow.file()))
            : Optional.empty(),
        Neighbours.of(map, subject),
        map.frame());
  }

  /// The callers of the process, without those that close a recursion, then what contains the
  /// subject.
  private List<List<Entry>> crumbs(SubjectId id) {
    List<SubjectId> containers = map.containers(id);
    List<List<Entry>> crumbs = new ArrayList<>();
    List<SubjectId> above = leadingTo(containers.getFirst());
    if (!above.isEmpty()) {
      List<Entry> callers =
          new ArrayList<>(above.stream().limit(CRUMBS_MAX).map(map::entry).toList());
      if (above.size() > CRUMBS_MAX) {
        callers.add(more(above.size() - CRUMBS_MAX, map.entry(containers.getFirst())));
      }
      crumbs.add(callers);
    }
    containers.stream()
        .limit(containers.size() - 1L)
        .forEach(container -> crumbs.add(List.of(map.entry(container))));
    return crumbs;
  }

  /// Leads to the whole list, which stands on the page of what is called.
  private Entry more(int count, Entry called) {
    String href =
        map.input().look().shows(Look.CALLERS)
            ? SubjectList.CALLERS.href(called, map.format())
            : called.href();
    return new Entry("and " + count + " more", called.type(), href, called.standing(), "");
  }

  private List<SubjectId> leadingTo(SubjectId shared) {
    return map.landscape().subject(shared) instanceof Subject.DecisionSubject
        ? map.callingSubjects(shared)
        : map.landscape().callGraph().parents(shared);
  }

  /// The lane, else the pool, else of a process all that take part.
  static List<String> roles(Facts facts) {
    JsonNode subject = facts.json().path("subject");
    return Stream.concat(
            Stream.of(subject.path("lane"), subject.path("pool")),
            facts.json().path("roles").valueStream())
        .map(role -> role.asString(""))
        .filter(role -> !role.isBlank())
        .distinct()
        .toList();
  }

  private static List<String> some(List<String> roles) {
    return roles.size() <= ROLES_MAX
        ? roles
        : Stream.concat(
                roles.stream().limit(ROLES_MAX),
                Stream.of("and " + (roles.size() - ROLES_MAX) + " more, in the model"))
            .toList();
  }

  private Drawing drawing(Subject subject) {
    return switch (subject) {
      case Subject.DecisionSubject decision ->
          new Drawing.Decision(LogicView.of(decision.decision().logic()));
      case Subject.FlowSubject flow ->
          flow.file().hasDiagram()
              ? new Drawing.Diagram(
                  flow.element().id(), process(flow.id()), flow.parent().map(map::entry))
              : new Drawing.None(flow.parent().map(map::entry));
    };
  }

  private String process(SubjectId id) {
    return Words.name(map.landscape().subject(map.containers(id).getFirst()));
  }
}
