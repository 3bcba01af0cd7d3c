package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Stewardship.Review;
import org.bpmndoc.document.SubjectOverride;
import org.bpmndoc.landscape.Call;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.site.SubjectPage.Notice;

/// What a reader must know before the rest: that there is no document and why, that no LLM wrote
/// it, that it was written with a gap, that a call leads nowhere.
final class Notices {

  static final String OFFLINE_TITLE = "Drafted without an LLM";

  private static final int ABOUT_MAX = 10;

  private Notices() {}

  static List<Notice> of(SiteMap map, Subject subject) {
    List<Notice> notices = new ArrayList<>();
    switch (map.input().state(subject.id())) {
      case SubjectState.Documented written -> {
        if (Provenances.isOffline(written.document())) {
          notices.add(offline(map.input().overrides().words(subject.id()).isPresent()));
          map.input().notSpoken().map(Notices::notSpoken).ifPresent(notices::add);
        }
        age(written).ifPresent(notices::add);
        map.input()
            .overrides()
            .stewardship(subject.id())
            .review()
            .filter(review -> review.isBefore(written.document()))
            .flatMap(Notices::reviewedBefore)
            .ifPresent(notices::add);
        notices.addAll(gaps(map, subject.id()));
      }
      case SubjectState.Failed failed ->
          notices.add(
              new Notice(
                  "failed",
                  "There is no document: writing it failed",
                  Words.capitalized(failed.reason())));
      case SubjectState.Blocked blocked -> notices.add(blocked(map, blocked.child()));
      case SubjectState.NotWritten _ ->
          notices.add(
              new Notice(
                  "not-written",
                  "There is no document: it has not been written yet",
                  map.input().overrides().words(subject.id()).isPresent()
                      ? "What is not marked below is drawn from the model alone."
                      : "What stands below is drawn from the model alone."));
    }
    if (!(map.input().state(subject.id()) instanceof SubjectState.Documented)) {
      map.input().overrides().words(subject.id()).map(Notices::people).ifPresent(notices::add);
    }
    if (subject instanceof Subject.CallSubject call) {
      notices.add(new Notice("note", "A call that is not followed", unlinked(call)));
    }
    notices.addAll(Recursions.of(map, subject.id()));
    return notices;
  }

  private static Notice offline(boolean withPeople) {
    return new Notice(
        "offline",
        OFFLINE_TITLE,
        "The offline writer drafted this from the model's facts: "
            + (withPeople ? "what is not marked as people's" : "what stands here")
            + " is what the file says, in order. No language model has read it.");
  }

  private static Notice people(SubjectOverride override) {
    return new Notice(
        "people",
        "People have written some of it",
        "What is marked below stands in " + override.file() + ". The rest has no document.");
  }

  static Notice notSpoken(Locale asked) {
    String language = asked.getDisplayLanguage(Locale.ENGLISH);
    return new Notice(
        "language",
        "Written in English, not in " + language,
        "The offline writer does not speak "
            + language
            + ", which was asked for, and so wrote English.");
  }

  /// A draft is nothing that anybody relies on.
  private static Optional<Notice> reviewedBefore(Review review) {
    return switch (review.status()) {
      case DRAFT -> Optional.empty();
      case REVIEWED, APPROVED ->
          Optional.of(
              new Notice(
                  "stale",
                  "Written anew since it was " + review.status().word(),
                  "What was %s%s stood here before this was written."
                      .formatted(
                          review.status().word(),
                          review.date().map(date -> " on " + date).orElse(""))));
    };
  }

  private static Optional<Notice> age(SubjectState.Documented written) {
    return switch (written.age()) {
      case CURRENT -> Optional.empty();
      case PARTS_CHANGED ->
          Optional.of(
              new Notice(
                  "stale",
                  "More is known of its parts by now",
                  "One of its parts has been written, corrected or changed since, or only its"
                      + " summary was seen when this was written."));
      case MODEL_CHANGED ->
          Optional.of(
              new Notice(
                  "stale",
                  "Written for an earlier version",
                  written.lineage().elements().isEmpty()
                      ? "The model has changed since this was written. Texts are not linked to"
                          + " elements, because those may be others now."
                      : "The model has changed since this was written. Elements that are gone are"
                          + " not linked."));
    };
  }

  /// Why a call is no link to a process.
  static String unlinked(Subject.CallSubject subject) {
    String target = subject.call().target();
    return switch (subject.call().link()) {
      case Call.Link.Resolved _ -> "calls a process of the landscape";
      case Call.Link.Unresolved _ -> "calls “" + target + "”, which no file defines";
      case Call.Link.ByExpression _ -> "which process is called is decided at run time: " + target;
      case Call.Link.MissingTarget _ -> "the file does not say which process is called";
      case Call.Link.GlobalTask _ -> "calls the global task “" + target + "”, which is no process";
      case Call.Link.None _ -> "calls no process of this landscape";
      case Call.Link.Ambiguous several when subject.call().exact() instanceof Call.Link.Ambiguous ->
          "calls “"
              + target
              + "”, which "
              + several.candidates().size()
              + " processes are called; none is followed";
      case Call.Link.Ambiguous several ->
          several.candidates().size() + " processes could be meant; none is followed";
    };
  }

  private static Notice blocked(SiteMap map, SubjectId child) {
    return new Notice(
        "blocked",
        "There is no document: it waits for one of its parts",
        "A document is written from those of its parts, and this one has none:",
        map.landscape().subjects().containsKey(child)
            ? about(map, List.of(child))
            : Excerpt.none());
  }

  /// The first of those that are here; "Made of" marks all of them.
  private static Excerpt<Entry> about(SiteMap map, List<SubjectId> missing) {
    return new Excerpt<>(
        missing.stream().limit(ABOUT_MAX).map(map::entry).toList(),
        new Layout.More(Math.max(0, missing.size() - ABOUT_MAX), ""));
  }

  /// Children that a document had to be written without, by the reason.
  private static List<Notice> gaps(SiteMap map, SubjectId subject) {
    Map<String, List<SubjectId>> missing = new LinkedHashMap<>();
    map.gaps(subject)
        .forEach(
            seen -> missing.computeIfAbsent(seen.note(), _ -> new ArrayList<>()).add(seen.child()));
    return missing.entrySet().stream()
        .map(entry -> gap(map, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Notice gap(SiteMap map, String reason, List<SubjectId> missing) {
    boolean one = missing.size() == 1;
    return new Notice(
        "gap",
        "Written with a gap",
        (one ? "This part was" : "These parts were")
            + " missing when the document was written"
            + (reason.isEmpty() ? ":" : (one ? " (" : " (of each: ") + reason + "):"),
        about(map, missing.stream().filter(map.landscape().subjects()::containsKey).toList()));
  }
}
