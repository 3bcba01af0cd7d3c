package org.bpmndoc.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.site.SubjectPage.Notice;

/// What both ends of a call that closes a recursion are told: where the call stands, that it leads
/// back; where it leads, that it comes from within. Of many the first few; all are marked further
/// down the page.
final class Recursions {

  private static final int NOTICES_MAX = 3;

  private Recursions() {}

  static List<Notice> of(SiteMap map, SubjectId subject) {
    return Stream.concat(leadingBack(map, subject), fromWithin(map, subject)).toList();
  }

  private static Stream<Notice> leadingBack(SiteMap map, SubjectId container) {
    Map<SubjectId, String> calls = new LinkedHashMap<>();
    map.landscape().parts(container).stream()
        .filter(part -> !part.followed())
        .forEach(part -> calls.putIfAbsent(part.subject(), name(map, container, part)));
    return notices(
        map,
        calls,
        "“%s” leads back to a process that this is a part of. That call is not followed, this is"
            + " documented without it:");
  }

  private static Stream<Notice> fromWithin(SiteMap map, SubjectId process) {
    Map<SubjectId, String> calls = new LinkedHashMap<>();
    map.callers(process).stream()
        .filter(caller -> !caller.followed())
        .forEach(caller ->
            calls.putIfAbsent(
                caller.container(), map.nodeName(caller.container(), caller.elementId())));
    return notices(
        map,
        calls,
        "It is called again from within itself, by “%s”. That call is not followed; it stands in:");
  }

  private static String name(SiteMap map, SubjectId container, Landscape.Part part) {
    return map.nodeName(container, part.elementId());
  }

  /// `others` has the subject at the other end and the name of the call between.
  private static Stream<Notice> notices(
      SiteMap map, Map<SubjectId, String> others, String sentence) {
    return others.entrySet().stream()
        .limit(NOTICES_MAX)
        .map(other ->
            new Notice(
                "note",
                "Part of a recursion",
                sentence.formatted(other.getValue()),
                new Excerpt<>(List.of(map.entry(other.getKey())), Layout.More.NONE)));
  }
}
