package org.bpmndoc.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Where the program starts.
public final class Main {

  @Command(
      name = "bpmndoc",
      description =
          "javadoc for business processes: documents a folder of BPMN files, leaves first.",
      mixinStandardHelpOptions = true,
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
    CommandLine program =
        new CommandLine(new Root())
            .addSubcommand(new LandscapeCommand(console))
            .addSubcommand(new LinksCommand(console))
            .addSubcommand(new PlanCommand(console))
            .addSubcommand(new GenerateCommand(console))
            .addSubcommand(new ResumeCommand(console))
            .addSubcommand(new StatusCommand(console))
            .addSubcommand(new SiteCommand(console))
            .addSubcommand(new EmulatorCommand(console))
            .registerConverter(java.time.Duration.class, new DurationConverter())
            .registerConverter(org.bpmndoc.plan.Usd.class, new UsdConverter())
            .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((e, _) -> usage(console, e))
            .setExecutionExceptionHandler((e, command, _) -> failure(console, e, command));
    if (args.length == 0) {
      program.usage(console.err());
      return ExitCode.UNUSABLE.number();
    }
    return program.execute(args);
  }

  private static int usage(Console console, ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    console.err().println("bpmndoc: " + e.getMessage());
    console.err().println("  hint: " + command.qualifiedName() + " --help lists what there is");
    return ExitCode.UNUSABLE.number();
  }

  private static int failure(Console console, Exception e, CommandLine command) {
    return switch (e) {
      case Problem problem -> {
        console.err().println("bpmndoc: " + problem.getMessage());
        yield problem.exitCode().number();
      }
      default ->
          Failures.explain(console, e, command.getParseResult().hasMatchedOption("--verbose"));
    };
  }
}
