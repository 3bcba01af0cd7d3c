package org.bpmndoc.site;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the lists of a page say in a line.
final class MarkdownLines {

  private MarkdownLines() {}

  static Inline link(Entry entry, String base) {
    return Inline.linked(entry.name(), base, entry.href());
  }

  /// Nothing where there is a document and nothing is missing in it.
  static Inline standing(Entry entry) {
    return entry.isComplete() ? Inline.NONE : Inline.strong(entry.standing().words());
  }

  /// With the ways on from it, where there are several or something is written at them.
  static Inline step(Steps.Step step, String base) {
    return told(
        Stream.of(Inline.linked(step.name(), base, step.href()), Inline.text(step.kind())),
        Stream.concat(
                step.ways().lines().stream().map(MarkdownLines::way),
                Stream.of(step.ways().more().count())
                    .filter(more -> more > 0)
                    .map(more -> more + " more, in the model"))
            .collect(Collectors.joining("; ")));
  }

  private static String way(Steps.Way way) {
    return (way.condition() + " → " + way.target()).strip();
  }

  static Inline part(SubjectPage.Part part, String base) {
    Entry entry = part.entry();
    String way = entry.type().equals(Words.DECISION) ? "asked by " : "called by ";
    return told(
        Stream.of(
            Inline.spaced(link(entry, base), standing(entry)),
            Inline.text(part.call().map(way::concat).orElse(entry.type()))),
        entry.summary(),
        part.remark());
  }

  static Inline caller(SubjectPage.CallerLine caller, String base) {
    String name = caller.entry().name();
    return told(
        Stream.of(
            Inline.spaced(
                link(caller.entry(), base),
                caller.process().equals(name)
                    ? Inline.NONE
                    : Inline.text("in " + caller.process())),
            caller.call().equals(name) ? Inline.NONE : Inline.text("at " + caller.call())),
        "",
        caller.remark());
  }

  static Inline finding(Findings.Line finding, List<Section> sections) {
    Inline place =
        sections.stream()
            .filter(section -> finding.section().filter(section.id()::equals).isPresent())
            .findFirst()
            .map(section -> Inline.link(finding.place(), MarkdownBlocks.anchor(section.title())))
            .orElseGet(() -> Inline.text(finding.place()));
    return Inline.joined(
        " · ",
        Stream.of(
            Inline.spaced(Inline.strong(finding.grade().label()), Inline.text(finding.message())),
            place,
            Inline.code(finding.code())));
  }

  static Inline missing(IndexPage.Line line) {
    return told(
        Stream.of(
            Inline.spaced(standing(line.entry()), link(line.entry(), "")),
            Inline.text(line.entry().type())),
        line.reason());
  }

  /// What stands beside each other, and then a text each.
  static Inline told(Stream<Inline> beside, String... texts) {
    return Inline.joined(
        " — ",
        Stream.concat(Stream.of(Inline.joined(" · ", beside)), Stream.of(texts).map(Inline::text)));
  }
}
