package org.bpmndoc.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.prompt.LandscapeFacts;
import tools.jackson.databind.json.JsonMapper;

/// What the search looks through, as scripts that `assets/search.js` loads once a reader searches:
/// one with every subject by name, and the texts in parts, which come after it.
///
/// The browser makes the index from them. They are JSON in a call, like a [DiagramScript].
final class SearchIndex {

  static final String NAMES = "search/names.js";

  /// How many subjects have their texts in one file: few enough that indexing them is not felt.
  private static final int PART = 200;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SearchIndex() {}

  static List<SiteFile> files(SiteMap map) {
    List<Subject> subjects = List.copyOf(map.landscape().subjects().values());
    int parts = (subjects.size() + PART - 1) / PART;
    List<SiteFile> files = new ArrayList<>();
    files.add(script(NAMES, "entries", () -> Stream.of(names(map, subjects, parts))));
    for (int part = 0; part < parts; part++) {
      int first = part * PART;
      List<Subject> some = subjects.subList(first, Math.min(subjects.size(), first + PART));
      files.add(script(texts(part), "texts", () -> Stream.of(first, texts(map, some))));
    }
    return files;
  }

  private static String texts(int part) {
    return "search/texts-" + (part + 1) + ".js";
  }

  private static Map<String, Object> names(SiteMap map, List<Subject> subjects, int parts) {
    LandscapeFacts facts = new LandscapeFacts(map.landscape());
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("parts", parts);
    names.put("fields", SearchEntry.FIELDS);
    names.put(
        "rows",
        subjects.stream()
            .map(subject -> SearchEntry.of(map, subject, facts.of(subject)).row())
            .toList());
    return names;
  }

  /// Of each subject its passages, and of each passage its anchor, its title and its pieces.
  private static List<List<List<String>>> texts(SiteMap map, List<Subject> subjects) {
    return subjects.stream()
        .map(subject ->
            SearchText.of(map, subject).stream()
                .map(passage ->
                    Stream.concat(
                            Stream.of(passage.anchor(), passage.title()), passage.pieces().stream())
                        .toList())
                .toList())
        .toList();
  }

  /// What is handed over with a call.
  private interface Arguments {
    Stream<Object> values();
  }

  private static SiteFile script(String path, String call, Arguments arguments) {
    return new SiteFile(
        path,
        () -> {
          List<String> json = arguments.values().map(MAPPER::writeValueAsString).toList();
          return ("bpmndocSearch." + call + "(" + String.join(",", json) + ");\n")
              .getBytes(StandardCharsets.UTF_8);
        });
  }
}
