package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.prompt.Aliases;
import tools.jackson.databind.JsonNode;

/// The text of one subject's page for the search, section by section, in the page's order.
///
/// What can be found under another name is left out: the summary, and steps that have a page of
/// their own. Bounded, so that one huge table does not slow down the search for all.
final class SearchText {

  /// What stands in one section. `anchor` is where it is on the page; each piece is found and shown
  /// by itself.
  record Passage(String anchor, String title, List<String> pieces) {}

  private static final int CHARACTERS_MAX = 20_000;
  private static final Set<String> SAID_ELSEWHERE = Set.of("summary", "elements", "flow");

  private final List<Passage> passages = new ArrayList<>();
  private int room = CHARACTERS_MAX;

  private SearchText() {}

  static List<Passage> of(SiteMap map, Subject subject) {
    SearchText text = new SearchText();
    text.add(Stewards.ANCHOR, Stewards.TITLE, stewards(map, subject));
    text.add(Steps.ANCHOR, Steps.TITLE, steps(map, subject));
    text.add("logic", "How it decides", logic(subject));
    if (!(map.input().state(subject.id()) instanceof SubjectState.Documented)) {
      text.add("model", "What the file says", List.of(subject.element().documentation()));
    }
    map.input()
        .look()
        .arranged(Wording.of(map, subject.id(), new Aliases(Map.of())).content())
        .properties()
        .forEach(field -> text.add(field.getKey(), field.getValue()));
    return text.passages;
  }

  private static List<String> stewards(SiteMap map, Subject subject) {
    return List.copyOf(Stewards.of(map.input().overrides().stewardship(subject.id())).values());
  }

  private void add(String field, JsonNode value) {
    if (!SAID_ELSEWHERE.contains(field)) {
      List<String> pieces = new ArrayList<>();
      collect(value, pieces);
      add(Sections.id(field), Words.title(field), pieces);
    }
  }

  private void add(String anchor, String title, List<String> said) {
    List<String> pieces = new ArrayList<>();
    for (String piece : said) {
      String line = piece.strip().replaceAll("\\s+", " ");
      if (!line.isEmpty() && line.length() <= room) {
        pieces.add(line);
        room -= line.length();
      }
    }
    if (!pieces.isEmpty()) {
      passages.add(new Passage(anchor, title, pieces));
    }
  }

  /// A text is a piece; the texts of one thing are a piece together, as they stand in one row.
  private static void collect(JsonNode value, List<String> pieces) {
    if (value.isArray()) {
      value.forEach(item -> collect(item, pieces));
    } else if (value.isObject()) {
      List<JsonNode> fields =
          value.properties().stream()
              .filter(field -> !SAID_ELSEWHERE.contains(field.getKey()))
              .map(Map.Entry::getValue)
              .toList();
      pieces.add(
          fields.stream()
              .filter(JsonNode::isValueNode)
              .filter(field -> !field.isBoolean() && !field.isNull())
              .map(field -> field.asString().strip())
              .filter(field -> !field.isEmpty())
              .collect(Collectors.joining(" · ")));
      fields.stream().filter(JsonNode::isContainer).forEach(field -> collect(field, pieces));
    } else if (value.isString()) {
      pieces.add(value.stringValue());
    }
  }

  private static List<String> steps(SiteMap map, Subject subject) {
    return Steps.of(map, subject).stream().map(SearchText::said).toList();
  }

  /// A name made of the type says nothing, and one with a page of its own is found there.
  private static String said(Steps.Step step) {
    boolean isNamedHere = step.href().isEmpty() && !step.kind().isEmpty();
    return Stream.concat(
            isNamedHere ? Stream.of(step.name()) : Stream.empty(),
            step.ways().lines().stream().map(Steps.Way::condition))
        .filter(said -> !said.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private static List<String> logic(Subject subject) {
    Optional<LogicView> logic =
        subject instanceof Subject.DecisionSubject decision
            ? LogicView.of(decision.decision().logic())
            : Optional.empty();
    return logic.map(SearchText::logic).orElse(List.of());
  }

  private static List<String> logic(LogicView logic) {
    return switch (logic) {
      case LogicView.Table table ->
          Stream.concat(
                  Stream.of(
                      Stream.concat(
                              table.inputs().stream(),
                              table.outputs().stream().map(LogicView.Output::name))
                          .toList()),
                  table.rows().stream()
                      .map(row ->
                          Stream.of(row.when(), row.then(), List.of(row.note()))
                              .flatMap(List::stream)
                              .toList()))
              .map(cells ->
                  cells.stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(" · ")))
              .toList();
      case LogicView.Expressions expressions ->
          expressions.parts().lines().stream()
              .map(part -> part.name() + " " + part.text())
              .toList();
    };
  }
}
