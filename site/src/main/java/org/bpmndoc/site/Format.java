package org.bpmndoc.site;

import org.bpmndoc.landscape.SubjectId;

/// What an output is made of, and what its files are called below its folder.
public enum Format {
  /// Pages for a browser.
  HTML("html", "bpmndoc-site", "index.html", ".html"),

  /// Files for a repository or a wiki.
  MARKDOWN("markdown", "bpmndoc-markdown", "README.md", ".md");

  /// Where the pages of subjects are.
  static final String SUBJECTS = "subjects/";

  private final String label;
  private final String folder;
  private final String firstPage;
  private final String ending;

  Format(String label, String folder, String firstPage, String ending) {
    this.label = label;
    this.folder = folder;
    this.firstPage = firstPage;
    this.ending = ending;
  }

  /// What it is called by people who ask for it.
  public String label() {
    return label;
  }

  /// The folder it goes into, unless another is named.
  public String folder() {
    return folder;
  }

  public String firstPage() {
    return firstPage;
  }

  /// The file that says what was written, different for each format, so that none takes another's
  /// folder for its own.
  String manifest() {
    return folder + ".txt";
  }

  boolean isPage(String path) {
    return path.endsWith(ending);
  }

  String page(SubjectId subject) {
    String file = subject.file();
    String stem = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
    String element = subject.value().substring(file.length() + 1);
    return SUBJECTS + FileNames.of(stem + " " + element, subject.value()) + ending;
  }

  /// The list of processes and decisions; `number` counts its pages from 0.
  String processes(int number) {
    return (number == 0 ? "processes" : "processes-" + (number + 1)) + ending;
  }

  /// Where a rule of a decision table is on the page of its decision; `number` counts from 1.
  String rule(int number) {
    return switch (this) {
      case HTML -> "#rule-" + number;
      // A row of a table has no anchor there.
      case MARKDOWN -> MarkdownBlocks.anchor(LogicView.TITLE);
    };
  }
}
