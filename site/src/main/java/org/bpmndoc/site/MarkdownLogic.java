package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Lays out how a decision is made.
final class MarkdownLogic {

  private MarkdownLogic() {}

  static void add(MarkdownBlocks page, LogicView logic) {
    page.heading(2, LogicView.TITLE);
    switch (logic) {
      case LogicView.Table table -> add(page, table);
      case LogicView.Expressions expressions -> {
        page.paragraphs(expressions.form());
        expressions
            .parts()
            .lines()
            .forEach(part -> page.paragraph(Inline.strong(part.name())).code(part.text()));
        if (expressions.parts().more().count() > 0) {
          page.paragraphs(expressions.parts().more().count() + " more stand in the file.");
        }
      }
    }
  }

  private static void add(MarkdownBlocks page, LogicView.Table table) {
    page.paragraphs(table.policy());
    if (table.rows().isEmpty()) {
      page.paragraphs("The table has no rule.");
    }
    page.table(
        Stream.of(
                Stream.of("Rule"),
                table.inputs().stream(),
                table.outputs().stream().map(LogicView.Output::name),
                note(table, "Note"))
            .flatMap(heads -> heads)
            .map(Inline::text)
            .toList(),
        rows(table));
    if (table.rowsMore() > 0) {
      page.paragraphs(table.rowsMore() + " more rules stand in the file.");
    }
  }

  private static List<List<Inline>> rows(LogicView.Table table) {
    List<List<Inline>> rows = new ArrayList<>();
    for (LogicView.Row row : table.rows()) {
      rows.add(
          Stream.of(
                  Stream.of(Inline.text(row.number() + "")),
                  Stream.concat(row.when().stream(), row.then().stream()).map(Inline::code),
                  note(table, row.note()).map(Inline::text))
              .flatMap(cells -> cells)
              .toList());
    }
    if (table.outputs().stream().anyMatch(output -> !output.otherwise().isEmpty())) {
      rows.add(
          Stream.of(
                  Stream.of(Inline.text("Otherwise")),
                  table.inputs().stream().map(_ -> Inline.NONE),
                  table.outputs().stream().map(output -> Inline.code(output.otherwise())),
                  note(table, "").map(Inline::text))
              .flatMap(cells -> cells)
              .toList());
    }
    return rows;
  }

  /// Nothing where no rule has a note.
  private static Stream<String> note(LogicView.Table table, String note) {
    return table.hasNotes() ? Stream.of(note) : Stream.empty();
  }
}
