package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bpmndoc.document.Age;
import org.bpmndoc.document.Document;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Facts;
import org.bpmndoc.prompt.LandscapeFacts;
import org.bpmndoc.site.SubjectPage.CallerLine;
import org.bpmndoc.site.SubjectPage.Drawing;
import org.bpmndoc.site.SubjectPage.Part;
import tools.jackson.databind.JsonNode;

/// Puts the page of a subject together from its state, its place in the landscape and its document.
final class SubjectPages {

  private static final int CRUMBS_MAX = 4;

  private final SiteMap map;
  private final Function<SubjectId, Optional<String>> onMap;
  private final Sidebar sidebar;
  private final LandscapeFacts landscapeFacts;

  /// `onMap` is where each is drawn on the map, if it is.
  SubjectPages(SiteMap map, Function<SubjectId, Optional<String>> onMap) {
    this.map = map;
    this.onMap = onMap;
    this.sidebar = new Sidebar(map);
    this.landscapeFacts = new LandscapeFacts(map.landscape());
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
    Drawing drawing = drawing(subject);
    List<Section> sections = Sections.of(look.arranged(wording.content()), resolver);
    return new SubjectPage(
        layout(subject),
        crumbs(id),
        Words.name(subject),
        document.map(found -> map.input().kind(found.contract().kind())).orElse(""),
        Words.type(subject),
        roles(facts),
        place(subject),
        status(id),
        Stewards.of(map.input().overrides().stewardship(id)),
        Notices.of(map, subject),
        wording.summary(),
        document.isPresent() ? "" : subject.element().documentation(),
        drawing,
        look.shows(Look.FLOW) || drawing instanceof Drawing.None
            ? Steps.of(map, subject)
            : List.of(),
        sections,
        look.shows(Look.MADE_OF) ? parts(id) : List.of(),
        look.shows(Look.CALLERS) ? callers(id) : List.of(),
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
    boolean isStale =
        map.input().state(id) instanceof SubjectState.Documented written
            && written.age() != Age.CURRENT;
    return standing == Entry.Standing.DOCUMENTED && isStale ? "stale" : standing.status();
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
    List<Entry> callers =
        leadingTo(containers.getFirst()).stream().limit(CRUMBS_MAX).map(map::entry).toList();
    if (!callers.isEmpty()) {
      crumbs.add(callers);
    }
    containers.stream()
        .limit(containers.size() - 1L)
        .forEach(container -> crumbs.add(List.of(map.entry(container))));
    return crumbs;
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

  private List<Part> parts(SubjectId id) {
    return map.landscape().parts(id).stream().map(part -> part(id, part)).toList();
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

  private List<CallerLine> callers(SubjectId process) {
    return map.callers(process).stream()
        .map(caller ->
            new CallerLine(
                map.entry(caller.container()),
                Words.name(map.landscape().subject(map.containers(caller.container()).getFirst())),
                map.nodeName(caller.container(), caller.elementId()),
                caller.followed() ? "" : "closes a recursion; this call is not followed"))
        .toList();
  }
}
