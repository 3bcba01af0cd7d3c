package org.bpmndoc.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.node.JsonNodeFactory;

/// Where the program starts.
public final class Main {

  @Command(
      name = "bpmndoc",
      description =
          "javadoc for business processes: documents a folder of BPMN files, leaves first.",
      mixinStandardHelpOptions = true,
      scope = ScopeType.INHERIT,
      version = "bpmndoc 0.1.0",
      synopsisSubcommandLabel = "COMMAND")
  private static final class Root {}

  private Main() {}

  public static void main(String[] args) {
    int exitCode = run(Console.ofProcess(), args);
    System.out.flush();
    // Ends at once: what is left are threads of the HTTP client.
    Runtime.getRuntime().halt(Interruption.came() ? ExitCode.INTERRUPTED.number() : exitCode);
  }

  /// Runs one command and gives its exit code. Never ends the process.
  static int run(Console console, String... args) {
    boolean json = List.of(args).contains("--json");
    CommandLine program =
        new CommandLine(new Root())
            .addSubcommand(new LandscapeCommand(console))
            .addSubcommand(new LinksCommand(console))
            .addSubcommand(new OverridesCommand(console))
            .addSubcommand(new PlanCommand(console))
            .addSubcommand(new GenerateCommand(console))
            .addSubcommand(new ResumeCommand(console))
            .addSubcommand(new RetryCommand(console))
            .addSubcommand(new CancelCommand(console))
            .addSubcommand(new StatusCommand(console))
            .addSubcommand(new ExplainCommand(console))
            .addSubcommand(new DiffCommand(console))
            .addSubcommand(new SiteCommand(console))
            .addSubcommand(new CheckCommand(console))
            .addSubcommand(new AnnotateCommand(console))
            .addSubcommand(new ProfileCommand(console))
            .addSubcommand(new AuditCommand(console))
            .addSubcommand(
                new CommandLine(new StoreCommand())
                    .addSubcommand(new ExportCommand(console))
                    .addSubcommand(new ImportCommand(console)))
            .addSubcommand(new PruneCommand(console))
            .addSubcommand(new PurgeCommand(console))
            .addSubcommand(new EmulatorCommand(console))
            .registerConverter(java.time.Duration.class, new DurationConverter())
            .registerConverter(org.bpmndoc.plan.Usd.class, new UsdConverter())
            .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((e, _) -> usage(console, json, e))
            .setExecutionExceptionHandler((e, command, _) -> failure(console, json, e, command));
    if (args.length == 0) {
      program.usage(console.err());
      return ExitCode.UNUSABLE.number();
    }
    return program.execute(args);
  }

  private static int usage(Console console, boolean json, ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String hint = "\n  hint: " + command.qualifiedName() + " --help lists what there is";
    return refuse(console, json, ExitCode.UNUSABLE, e.getMessage() + hint);
  }

  private static int failure(Console console, boolean json, Exception e, CommandLine command) {
    if (e instanceof Problem problem) {
      return refuse(console, json, problem.exitCode(), String.valueOf(problem.getMessage()));
    }
    int exitCode = refuse(console, json, ExitCode.PAUSED, Failures.explain(e));
    if (command.getParseResult().hasMatchedOption("--verbose")) {
      e.printStackTrace(console.err());
    }
    return exitCode;
  }

  /// Says why there is no result. Whoever asked for JSON gets an object here too.
  private static int refuse(Console console, boolean json, ExitCode exitCode, String message) {
    console.err().println("bpmndoc: " + message);
    if (json) {
      console
          .out()
          .println(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("error", message)
                  .put("exitCode", exitCode.number())
                  .toPrettyString());
    }
    return exitCode.number();
  }
}
