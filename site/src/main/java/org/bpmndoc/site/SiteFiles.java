package org.bpmndoc.site;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.Definitions;

/// All files of a site, in the order in which they are written: what pages need before the pages,
/// the first page last, so that whoever opens it finds the rest.
final class SiteFiles {

  private static final List<String> ASSETS =
      List.of(
          "assets/site.css",
          "assets/contents.js",
          "assets/diagram.css",
          "assets/search.css",
          "assets/search.js",
          "assets/search-index.js",
          "assets/search-results.js",
          "assets/search-words.js",
          "assets/minisearch/LICENSE.txt",
          "assets/minisearch/dist/umd/index.js",
          "assets/map.css",
          "assets/map.js",
          "assets/panzoom/MIT-License.txt",
          "assets/panzoom/dist/panzoom.min.js",
          "assets/bpmn-js/LICENSE",
          "assets/bpmn-js/dist/assets/bpmn-js.css",
          "assets/bpmn-js/dist/assets/diagram-js.css",
          "assets/bpmn-js/dist/bpmn-navigated-viewer.production.min.js");

  private SiteFiles() {}

  static List<SiteFile> of(SiteInput input) {
    SiteMap map = new SiteMap(input, Format.HTML);
    Templates templates = new Templates();
    List<SiteFile> files = new ArrayList<>();
    Stream.of(ASSETS, Layout.DIAGRAM_SCRIPTS)
        .flatMap(List::stream)
        .forEach(asset -> files.add(new SiteFile(asset, () -> resource(asset))));
    files.addAll(LookFiles.of(input.look()));
    Map<String, Map<String, DiagramScript.Target>> targets = DiagramScript.targets(map);
    map.landscape().definitions().stream()
        .filter(Definitions::hasDiagram)
        .map(file -> DiagramScript.of(map, file, targets.getOrDefault(file.file(), Map.of())))
        .forEach(files::add);
    files.addAll(SearchIndex.files(map));
    MapPages drawn = new MapPages(map);
    SubjectPages subjects = new SubjectPages(map, drawn::href);
    map.landscape()
        .subjects()
        .values()
        .forEach(subject -> {
          files.add(
              SiteFile.text(map.page(subject.id()), () -> templates.html(subjects.of(subject))));
          SubjectLists lists = subjects.lists();
          lists
              .rests(subject)
              .forEach(rest ->
                  files.add(SiteFile.text(rest.path(), () -> templates.html(lists.of(rest)))));
        });
    files.addAll(new OwnPages(map).files(templates));
    ProcessList.of(map)
        .forEach(list ->
            files.add(
                SiteFile.text(map.format().processes(list.number()), () -> templates.html(list))));
    IntStream.range(0, drawn.count())
        .mapToObj(
            page -> SiteFile.text(MapPages.path(page), () -> templates.html(drawn.page(page))))
        .forEach(files::add);
    files.add(SiteFile.text(map.format().firstPage(), () -> templates.html(SitePages.index(map))));
    return files;
  }

  private static byte[] resource(String name) {
    try (InputStream in = SiteFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the site module lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the site module's own " + name + " cannot be read", e);
    }
  }
}
