package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.List;
import org.bpmndoc.site.Format;
import tools.jackson.databind.node.ObjectNode;

/// One form of the documentation, and the folder it goes into.
record Output(Format format, Path folder) {

  /// Where reading starts.
  Path firstPage() {
    return folder.resolve(format.firstPage());
  }

  /// `out` is the folder of the first; `outputs` has them all. Nothing where there is none.
  static void write(List<Output> outputs, ObjectNode json) {
    outputs.stream().findFirst().ifPresent(first -> json.put("out", first.folder().toString()));
    if (!outputs.isEmpty()) {
      var all = json.putArray("outputs");
      outputs.forEach(output ->
          all.addObject()
              .put("format", output.format().label())
              .put("out", output.folder().toString()));
    }
  }
}
