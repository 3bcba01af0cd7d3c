package org.bpmndoc.site;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bpmndoc.site.MarkdownBlocks.Item;
import org.bpmndoc.xml.Diagnostic;

/// Lays the first page out as Markdown.
final class MarkdownIndex {

  private MarkdownIndex() {}

  static String of(IndexPage page, MarkdownCalls calls) {
    MarkdownBlocks text = head(page.layout());
    MarkdownNotices.add(text, page.notices(), "");
    text.paragraph(
        Inline.joined(
            " · ",
            page.figures().stream()
                .map(figure ->
                    Inline.spaced(Inline.strong(figure.number()), Inline.text(figure.words())))));
    text.paragraphs(page.written().isEmpty() ? "" : page.written() + ".");
    text.paragraph(Inline.link("All processes", Format.MARKDOWN.processes(0)));
    missing(text, "What is missing", page.missing());
    missing(text, "Not written yet", page.unwritten());
    calls.addFromTheTop(text);
    text.heading(2, "Processes").bullets(page.tree().stream().map(MarkdownIndex::branch).toList());
    if (page.treeMore().count() > 0) {
      text.paragraph(
          Inline.spaced(
              Inline.text(page.treeMore().count() + " more start elsewhere: see"),
              Inline.link("all processes", page.treeMore().href())));
    }
    if (!page.diagnostics().isEmpty()) {
      text.heading(2, "To look at in the files")
          .bullets(page.diagnostics().stream().map(MarkdownIndex::diagnostic).toList());
      if (page.diagnosticsMore() > 0) {
        text.paragraphs("And " + page.diagnosticsMore() + " more; bpmndoc landscape shows them.");
      }
    }
    return text.text();
  }

  /// How a page begins that is about no subject.
  static MarkdownBlocks head(Layout layout) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", layout.title());
    values.put("language", layout.language());
    return new MarkdownBlocks().frontMatter(values).heading(1, layout.title());
  }

  private static void missing(MarkdownBlocks text, String title, IndexPage.Lines lines) {
    if (lines.total() > 0) {
      text.heading(2, title)
          .bullets(lines.lines().stream().map(MarkdownLines::missing).map(Item::new).toList());
      if (lines.more() > 0) {
        text.paragraphs("And " + lines.more() + " more, marked on the pages of their processes.");
      }
    }
  }

  private static Item branch(ProcessTree.Branch branch) {
    Entry entry = branch.entry();
    String call =
        branch
            .call()
            .map(name -> "called by " + name + (branch.isRepeated() ? ", shown above" : ""))
            .orElse(entry.type());
    String tasks =
        branch.leaves() > 0 && !branch.isRepeated()
            ? Words.count(branch.leaves(), "task", "tasks")
            : "";
    return new Item(
        MarkdownLines.told(
            Stream.of(
                Inline.spaced(MarkdownLines.link(entry, ""), MarkdownLines.standing(entry)),
                Inline.text(call),
                Inline.text(tasks)),
            branch.isRepeated() ? "" : entry.summary()),
        Stream.concat(
                branch.branches().stream().map(MarkdownIndex::branch),
                branch.more() > 0
                    ? Stream.of(new Item(Inline.link(branch.more() + " more inside", entry.href())))
                    : Stream.<Item>empty())
            .toList());
  }

  private static Item diagnostic(Diagnostic diagnostic) {
    return new Item(
        MarkdownLines.told(
            Stream.of(
                Inline.spaced(
                    Inline.strong(diagnostic.severity().name().toLowerCase(Locale.ROOT)),
                    Inline.code(diagnostic.location().toString()),
                    Inline.text(diagnostic.message()))),
            diagnostic.hint()));
  }
}
