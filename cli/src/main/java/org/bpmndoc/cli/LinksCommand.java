package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bpmndoc.landscape.BpmnMap;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeJson;
import org.bpmndoc.landscape.LinkProposals;
import org.bpmndoc.landscape.LinkProposalsJson;
import org.bpmndoc.landscape.LinkProposalsText;
import org.bpmndoc.landscape.LinksFileUpdate;
import org.bpmndoc.landscape.LinksFileUpdate.Result;
import org.bpmndoc.xml.Diagnostic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `bpmndoc links`: the links that exact ids do not give, for review, and on request as lines in
/// the links file.
@Command(
    name = "links",
    description = "Show which calls are linked by names, or not at all. Sends nothing.")
final class LinksCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(
      names = "--write",
      description = "Write the links by names into the links file; no line in it is changed.")
  private boolean write;

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description = "Write the links of a bpmn-map.json into the links file.")
  private @Nullable Path map;

  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  LinksCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Path file = links.fileFor(directory);
    boolean writes = write || map != null;
    Optional<Path> named = writes ? links.named().filter(Files::exists) : links.existing();
    Landscape landscape = Landscapes.read(directory, named);
    LinkProposals proposals = LinkProposals.of(landscape);
    List<LinksFileUpdate.Line> lines = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>(Landscapes.ofLinks(landscape));
    if (map != null) {
      BpmnMap imported = BpmnMap.read(map, landscape);
      problems.addAll(imported.problems());
      if (!imported.isUsable()) {
        throw new Problem(text(problems));
      }
      lines.addAll(imported.lines());
    }
    if (write) {
      lines.addAll(proposals.lines());
    }
    int written = writes ? written(file, lines) : 0;
    if (common.json) {
      console.out().println(json(file, proposals, written, problems).toPrettyString());
    } else {
      console.out().print(LinkProposalsText.of(proposals));
      if (writes) {
        console.out().printf("%d links written to %s%n", written, file);
      }
    }
    if (!common.quiet && !problems.isEmpty()) {
      console.err().println(text(problems));
    }
    return ExitCode.DONE.number();
  }

  private static int written(Path file, List<LinksFileUpdate.Line> lines)
      throws IOException, Problem {
    return switch (LinksFileUpdate.add(file, lines)) {
      case Result.Written(int count) -> count;
      case Result.Refused refused -> throw new Problem(text(refused.reasons()));
    };
  }

  private ObjectNode json(
      Path file, LinkProposals proposals, int written, List<Diagnostic> problems) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("directory", directory.toString())
            .put("links", file.toString());
    json.set("proposals", LinkProposalsJson.of(proposals));
    json.put("written", written);
    json.set("diagnostics", LandscapeJson.diagnostics(problems));
    return json;
  }

  private static String text(List<Diagnostic> problems) {
    return problems.stream().map(Diagnostic::toText).collect(Collectors.joining("\n"));
  }
}
