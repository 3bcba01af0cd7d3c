package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All files of the documentation as Markdown, the first page last.
final class MarkdownFiles {

  private MarkdownFiles() {}

  static List<SiteFile> of(SiteInput input) {
    SiteMap map = new SiteMap(input, Format.MARKDOWN);
    MarkdownCalls calls = new MarkdownCalls(map.landscape());
    SubjectPages subjects = new SubjectPages(map, _ -> Optional.empty());
    List<SiteFile> files = new ArrayList<>();
    map.landscape()
        .subjects()
        .values()
        .forEach(subject -> {
          files.add(
              SiteFile.text(
                  map.page(subject.id()), () -> MarkdownPage.of(subjects.of(subject), calls)));
          SubjectLists lists = subjects.lists();
          lists
              .rests(subject)
              .forEach(rest ->
                  files.add(SiteFile.text(rest.path(), () -> MarkdownRest.of(lists.of(rest)))));
        });
    ProcessList.of(map)
        .forEach(list ->
            files.add(
                SiteFile.text(
                    map.format().processes(list.number()), () -> MarkdownProcessList.of(list))));
    files.add(
        SiteFile.text(
            map.format().firstPage(), () -> MarkdownIndex.of(SitePages.index(map), calls)));
    return files;
  }
}
