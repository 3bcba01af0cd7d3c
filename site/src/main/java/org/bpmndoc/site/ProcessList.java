package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// All processes and decisions by name, on as many pages as it takes.
///
/// `number` counts the pages from 0; `pages` has the links to all of them.
record ProcessList(Layout layout, int number, List<String> pages, int total, List<Line> lines) {

  private static final int LINES_MAX = 250;

  /// `stewards` says in a line who answers for it, empty where nobody has said so.
  record Line(Entry entry, String file, String stewards) {}

  static List<ProcessList> of(SiteMap map) {
    List<Line> lines =
        map.landscape().subjects().values().stream()
            .filter(SiteMap::isShared)
            .map(shared ->
                new Line(
                    map.entry(shared.id()),
                    shared.id().file(),
                    Stewards.line(map.input().overrides().stewardship(shared.id()))))
            .sorted(
                Comparator.comparing((Line line) -> line.entry().name().toLowerCase(Locale.ROOT))
                    .thenComparing(Line::file)
                    .thenComparing(line -> line.entry().href()))
            .toList();
    int count = Math.max(1, (lines.size() + LINES_MAX - 1) / LINES_MAX);
    List<String> pages = IntStream.range(0, count).mapToObj(map.format()::processes).toList();
    List<ProcessList> lists = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      lists.add(
          new ProcessList(
              SitePages.layout(map, title(map)),
              number,
              pages,
              lines.size(),
              lines.stream().skip((long) number * LINES_MAX).limit(LINES_MAX).toList()));
    }
    return lists;
  }

  private static String title(SiteMap map) {
    return map.landscape().decisionModels().isEmpty()
        ? "All processes"
        : "All processes and decisions";
  }
}
