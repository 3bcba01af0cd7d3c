package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bpmndoc.document.Age;
import org.bpmndoc.document.ChildView;
import org.bpmndoc.document.SubjectOverride;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Aliases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The words that a page shows of one subject: those of its document with those of people in them,
/// and which are whose.
///
/// `people` says what they wrote, all in all. `bylines` are for single fields. Without a document
/// the words of people are all there is.
record Wording(JsonNode content, Optional<Byline> people, Map<String, Byline> bylines) {

  /// Whose words these are; `file` is where they stand. `alone` where nobody else has a part in
  /// them.
  record Byline(String words, String file, boolean alone) {}

  private static final String SUMMARY = "summary";
  private static final String NOBODY_ELSE = "Written by people:";

  static Wording of(SiteMap map, SubjectId subject, Aliases aliases) {
    JsonNode written =
        switch (map.input().state(subject)) {
          // Its aliases may mean other elements now; those of people mean what they say.
          case SubjectState.Documented stale when stale.age() == Age.MODEL_CHANGED ->
              stale.lineage().elements().isEmpty()
                  ? ChildView.withoutElements(stale.document().content())
                  : aliases.today(stale.document().content(), stale.lineage().elements());
          case SubjectState.Documented current -> current.document().content();
          case SubjectState.Failed _, SubjectState.Blocked _, SubjectState.NotWritten _ ->
              JsonNodeFactory.instance.objectNode();
        };
    return map.input()
        .overrides()
        .words(subject)
        .map(override -> of(written, override))
        .orElseGet(() -> new Wording(written, Optional.empty(), Map.of()));
  }

  private static Wording of(JsonNode written, SubjectOverride override) {
    Map<String, Byline> bylines = new LinkedHashMap<>();
    override
        .replaces()
        .forEach(field -> bylines.put(field, new Byline(NOBODY_ELSE, override.file(), true)));
    override
        .extend()
        .properties()
        .forEach(more ->
            bylines.put(
                more.getKey(),
                extended(written.path(more.getKey()), more.getValue(), override.file())));
    return new Wording(
        override.applyTo(written),
        Optional.of(new Byline(fields(override), override.file(), false)),
        bylines);
  }

  private static Byline extended(JsonNode before, JsonNode more, String file) {
    if (Sections.isNothing(before)) {
      return new Byline(NOBODY_ELSE, file, true);
    }
    String what = more.isArray() ? "item" : "paragraph";
    int count = more.isArray() ? more.size() : more.asString("").split("\n{2,}").length;
    String words =
        count == 1
            ? "The last " + what + " is written by people:"
            : "The last " + count + " " + what + "s are written by people:";
    return new Byline(words, file, false);
  }

  private static String fields(SubjectOverride override) {
    List<String> parts = new ArrayList<>();
    if (!override.replaces().isEmpty()) {
      parts.add("replaced " + titles(override.replaces()));
    }
    if (!override.extendedFields().isEmpty()) {
      parts.add("extended " + titles(override.extendedFields()));
    }
    return String.join("; ", parts);
  }

  private static String titles(Iterable<String> fields) {
    List<String> titles = new ArrayList<>();
    fields.forEach(field -> titles.add("“" + Words.title(field) + "”"));
    return titles.stream().collect(Collectors.joining(", "));
  }

  String summary() {
    return content.path(SUMMARY).asString("");
  }

  Optional<Byline> ofSummary() {
    return Optional.ofNullable(bylines.get(SUMMARY));
  }

  /// The bylines of sections, by the ids of those.
  Map<String, Byline> bySection() {
    return bylines.entrySet().stream()
        .collect(Collectors.toMap(field -> Sections.id(field.getKey()), Map.Entry::getValue));
  }
}
