package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bpmndoc.cli.Audit.Submission;
import org.bpmndoc.store.sql.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `bpmndoc audit`: what was sent where and when. Looks at the journal alone.
@Command(
    name = "audit",
    description = "List what was sent where and when, without its content. Sends nothing.")
final class AuditCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(names = "--run", paramLabel = "RUN", description = "Which run (default: all).")
  private @Nullable String run;

  @Mixin private CommonOptions common = new CommonOptions();

  AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try (State state = Runs.look(common.stateOf(directory, console), directory)) {
      List<String> runs =
          run == null ? state.journal().runs() : List.of(Runs.find(state, run, directory).run());
      List<Audit> audits =
          runs.stream().map(name -> Audit.of(name, state.journal().entries(name))).toList();
      if (common.json) {
        console.out().println(json(audits).toPrettyString());
      } else {
        audits.forEach(this::print);
      }
      return ExitCode.DONE.number();
    }
  }

  private void print(Audit audit) {
    for (Submission one : audit.submissions()) {
      console
          .out()
          .printf(
              "%s %s %s to %s at %s%s, %,d bytes, sha256 %s: %s%s%n",
              one.at(),
              audit.run(),
              one.batch() == 0
                  ? "direct call"
                  : "batch %d (%s)"
                      .formatted(one.batch(), RunText.count(one.requests(), "request", "requests")),
              one.provider(),
              one.server(),
              one.redacting() ? " (redacted)" : "",
              one.bytes(),
              one.sha256(),
              one.outcome(),
              one.regions().isEmpty() ? "" : ", answered in " + String.join(", ", one.regions()));
    }
  }

  private static ObjectNode json(List<Audit> audits) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ArrayNode submissions = json.putArray("submissions");
    for (Audit audit : audits) {
      for (Submission one : audit.submissions()) {
        ObjectNode line = submissions.addObject();
        one.regions().forEach(line.putArray("regions")::add);
        line.put("at", one.at().toString())
            .put("run", audit.run())
            .put("provider", one.provider())
            .put("server", one.server())
            .put("channel", one.batch() == 0 ? "direct" : "batch")
            .put("batch", one.batch())
            .put("requests", one.requests())
            .put("bytes", one.bytes())
            .put("sha256", one.sha256())
            .put("redacted", one.redacting())
            .put("outcome", one.outcome());
      }
    }
    return json;
  }
}
