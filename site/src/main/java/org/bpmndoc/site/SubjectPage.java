package org.bpmndoc.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.landscape.SubjectId;

/// Everything the page of one subject says.
///
/// `crumbs` leads down to the subject, level by level; a process with several callers has them all
/// on one level. `kind` is that of its document, empty where it has none. `modelText` is what the
/// file says about it, shown where there is no document. `status` is one word for programs.
/// `stewards` says who answers for it, by what that is called. `wording` says which words are
/// whose. `onMap` is its place on the map, absent where it is not drawn there.
record SubjectPage(
    Layout layout,
    List<List<Entry>> crumbs,
    String name,
    String kind,
    String type,
    List<String> roles,
    Place place,
    String status,
    Map<String, String> stewards,
    List<Notice> notices,
    String summary,
    String modelText,
    Drawing drawing,
    Excerpt<Steps.Step> steps,
    List<Section> sections,
    Excerpt<Part> parts,
    Excerpt<CallerLine> callers,
    Findings findings,
    Optional<Provenance> provenance,
    boolean tellsProvenance,
    Wording wording,
    Optional<String> onMap) {

  /// Where the subject stands. `process` is the name of what it is in, its own where that is
  /// itself.
  record Place(SubjectId subject, String process, String location) {}

  /// Something a reader must know before the rest. `token` is for style sheets; `about` are the
  /// pages that it is about.
  record Notice(String token, String title, String text, Excerpt<Entry> about) {

    Notice(String token, String title, String text) {
      this(token, title, text, Excerpt.none());
    }
  }

  /// How the subject is drawn.
  sealed interface Drawing {
    /// `element` is what to show and mark in the file's diagram, `process` the name of the process
    /// that it is in, `container` the page with the steps around it.
    record Diagram(String element, String process, Optional<Entry> container) implements Drawing {}

    /// The file has no diagram part, or an empty one. `container` is the page with the steps.
    record None(Optional<Entry> container) implements Drawing {}

    /// A decision, which is shown by how it is made; absent where the file does not say.
    record Decision(Optional<LogicView> logic) implements Drawing {}
  }

  /// What the subject is made of, in flow order. `call` is the name of the call activity or the
  /// task where the part is a process that is called or a decision that is asked; `remark` says
  /// what is special and may be empty.
  record Part(Entry entry, Optional<String> call, String remark) {}

  /// Where a process is called or a decision asked: from within `entry`, by the element of this
  /// name; `remark` says what is special and may be empty.
  record CallerLine(Entry entry, String process, String call, String remark) {}

  /// Where the document came from. Dates are UTC.
  record Provenance(
      boolean offline,
      String provider,
      String model,
      String channel,
      String cost,
      String tokens,
      String date,
      String dateTime,
      String contract,
      String fingerprint,
      Excerpt<SeenLine> children) {}

  /// One child as the document's writer saw it.
  record SeenLine(Entry entry, String fidelity, String source, String digest, String note) {}
}
