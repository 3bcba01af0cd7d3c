package org.bpmndoc.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.site.Entry.Standing;
import org.bpmndoc.site.IndexPage.Figure;
import org.bpmndoc.site.IndexPage.Line;
import org.bpmndoc.site.IndexPage.Lines;
import org.bpmndoc.site.Layout.More;
import org.bpmndoc.site.SubjectPage.Notice;
import org.bpmndoc.xml.Diagnostic;

/// Puts the first page together.
final class SitePages {

  private static final int DIAGNOSTICS_MAX = 100;

  private SitePages() {}

  static Layout layout(SiteMap map, String title) {
    return layout(map, title, "");
  }

  /// `base` leads from the page to the site's folder.
  static Layout layout(SiteMap map, String title, String base) {
    return new Layout(
        title,
        map.input().title(),
        map.input().language().toLanguageTag(),
        base,
        new Sidebar(map).ofSite(),
        Optional.empty(),
        Neighbours.NONE,
        map.frame());
  }

  static IndexPage index(SiteMap map) {
    Landscape landscape = map.landscape();
    Collection<Document> documents = documents(map);
    List<ProcessTree.Branch> tree = ProcessTree.of(map);
    int hidden = landscape.callGraph().roots().size() - tree.size();
    List<Diagnostic> diagnostics =
        landscape.diagnostics().stream()
            .sorted(
                Comparator.comparing(Diagnostic::severity).thenComparing(Comparator.naturalOrder()))
            .toList();
    return new IndexPage(
        layout(map, map.input().title()),
        notices(map, documents),
        figures(map),
        written(documents),
        lines(map, Set.of(Standing.FAILED, Standing.BLOCKED, Standing.DEGRADED)),
        lines(map, Set.of(Standing.NOT_WRITTEN)),
        tree,
        new More(hidden, map.format().processes(0)),
        diagnostics.stream().limit(DIAGNOSTICS_MAX).toList(),
        Math.max(0, diagnostics.size() - DIAGNOSTICS_MAX));
  }

  /// Each document once, however many clones share it.
  private static Collection<Document> documents(SiteMap map) {
    Map<Fingerprint, Document> documents = new LinkedHashMap<>();
    for (SubjectId id : map.landscape().subjects().keySet()) {
      if (map.input().state(id) instanceof SubjectState.Documented written) {
        documents.putIfAbsent(written.document().fingerprint(), written.document());
      }
    }
    return documents.values();
  }

  private static List<Notice> notices(SiteMap map, Collection<Document> documents) {
    Optional<Notice> drafted = drafted(documents);
    return Stream.of(
            unread(map.landscape()),
            drafted,
            drafted.flatMap(_ -> map.input().notSpoken()).map(Notices::notSpoken))
        .flatMap(Optional::stream)
        .toList();
  }

  /// What is in a file that cannot be read is on no page, and nothing else would say so.
  private static Optional<Notice> unread(Landscape landscape) {
    Landscape.FileCounts files = landscape.files().plus(landscape.decisionFiles());
    return files.malformed() == 0
        ? Optional.empty()
        : Optional.of(
            new Notice(
                "gap",
                "%s of %,d could not be read"
                    .formatted(Words.count(files.malformed(), "file", "files"), files.candidates()),
                "Nothing in them is documented here. What is wrong with each is said below, under"
                    + " the notes from reading the landscape."));
  }

  private static Optional<Notice> drafted(Collection<Document> documents) {
    long offline = documents.stream().filter(Provenances::isOffline).count();
    if (offline == 0) {
      return Optional.empty();
    }
    return offline == documents.size()
        ? Optional.of(
            new Notice(
                "offline",
                Notices.OFFLINE_TITLE,
                "The offline writer drafted every document here from the models' facts. No language"
                    + " model has read them."))
        : Optional.of(
            new Notice(
                "offline",
                "Partly drafted without an LLM",
                "The offline writer drafted "
                    + offline
                    + " of "
                    + Words.count(documents.size(), "document", "documents")
                    + " from the models' facts. Their pages say so."));
  }

  private static List<Figure> figures(SiteMap map) {
    Landscape landscape = map.landscape();
    Map<Standing, Long> standings =
        landscape.subjects().keySet().stream()
            .collect(Collectors.groupingBy(id -> Standing.of(map, id), Collectors.counting()));
    long processes =
        landscape.subjects().values().stream()
            .filter(Subject.ProcessSubject.class::isInstance)
            .count();
    List<Figure> figures = new ArrayList<>();
    figures.add(figure(landscape.files().parsed(), "file", "files", ""));
    figures.add(figure(processes, "process", "processes", ""));
    figures.add(figure(landscape.calls().size(), "call", "calls", ""));
    if (!landscape.decisionModels().isEmpty()) {
      long decisions =
          landscape.subjects().values().stream()
              .filter(Subject.DecisionSubject.class::isInstance)
              .count();
      figures.add(figure(decisions, "decision", "decisions", ""));
    }
    figures.add(figure(landscape.subjects().size(), "subject", "subjects", ""));
    for (Standing standing : Standing.values()) {
      long count = standings.getOrDefault(standing, 0L);
      if (count > 0 || standing == Standing.DOCUMENTED) {
        figures.add(figure(count, standing.words(), standing.words(), standing.token()));
      }
    }
    return figures;
  }

  private static Figure figure(long number, String one, String many, String token) {
    return new Figure(
        String.format(java.util.Locale.ROOT, "%,d", number), number == 1 ? one : many, token);
  }

  private static String written(Collection<Document> documents) {
    if (documents.isEmpty()) {
      return "";
    }
    String models =
        documents.stream()
            .map(document -> document.origin().model())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    List<Instant> dates =
        documents.stream().map(document -> document.origin().writtenAt()).sorted().toList();
    String first = Provenances.date(dates.getFirst());
    String last = Provenances.date(dates.getLast());
    Usd cost = Usd.sum(documents.stream().map(document -> document.origin().cost()).toList());
    return Words.count(documents.size(), "document", "documents")
        + " by "
        + models
        + (first.equals(last) ? ", " + last : ", from " + first + " to " + last)
        + ", for "
        + cost.toText();
  }

  /// Failed ones first.
  private static Lines lines(SiteMap map, Set<Standing> standings) {
    return Lines.of(
        map.landscape().subjects().keySet().stream()
            .filter(id -> standings.contains(Standing.of(map, id)))
            .map(id -> new Line(map.entry(id), reason(map, map.input().state(id))))
            .sorted(Comparator.comparing(line -> line.entry().standing()))
            .toList());
  }

  private static String reason(SiteMap map, SubjectState state) {
    return switch (state) {
      case SubjectState.Failed failed -> failed.reason();
      case SubjectState.Blocked blocked ->
          map.landscape().subjects().containsKey(blocked.child())
              ? "waits for “" + map.entry(blocked.child()).name() + "”"
              : "waits for " + blocked.child();
      case SubjectState.NotWritten _, SubjectState.Documented _ -> "";
    };
  }
}
