package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bpmndoc.document.DocumentsFile;
import org.bpmndoc.store.sql.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `bpmndoc store export`: what is documented, for a repository or a build's cache.
@Command(name = "export", description = "Write all documents, and who has which, into one file.")
final class ExportCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
  private Path file = Path.of("");

  @Mixin private CommonOptions common = new CommonOptions();

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (State state = Runs.look(common.stateOf(directory, console), directory)) {
      DocumentsFile.Size[] size = {new DocumentsFile.Size(0, 0)};
      boolean written;
      try {
        written =
            WholeFile.write(file, out -> size[0] = DocumentsFile.write(state.documents(), out));
      } catch (IOException e) {
        throw new Problem("%s cannot be written: %s".formatted(file, Failures.reason(e)));
      }
      if (common.json) {
        console
            .out()
            .println(
                JsonMapper.shared()
                    .createObjectNode()
                    .put("file", file.toString())
                    .put("documents", size[0].documents())
                    .put("subjects", size[0].assignments())
                    .put("written", written)
                    .toPrettyString());
      } else {
        console
            .out()
            .printf(
                "%s of %s in %s%s%n",
                RunText.count(size[0].documents(), "document", "documents"),
                RunText.count(size[0].assignments(), "subject", "subjects"),
                file,
                written ? "" : ", which had them already");
      }
      return ExitCode.DONE.number();
    }
  }
}
