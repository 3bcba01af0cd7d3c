package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.bpmndoc.emulator.Emulator;
import org.bpmndoc.emulator.EmulatorSettings;
import org.bpmndoc.emulator.Thinking;
import org.bpmndoc.emulator.fault.Faults;
import org.bpmndoc.emulator.fault.FaultsFile;
import org.bpmndoc.emulator.offline.DriftingWriter;
import org.bpmndoc.emulator.offline.OfflineWriter;
import org.bpmndoc.xml.Diagnostic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bpmndoc emulator`: the Claude-compatible API on this machine, until it is interrupted.
@Command(
    name = "emulator",
    description =
        "Serve the Claude API (Messages, count_tokens, Message Batches) on this machine, with the"
            + " offline writer behind it. Listens on loopback.")
final class EmulatorCommand implements Callable<Integer> {

  private static final String KEY = "BPMNDOC_EMULATOR_KEY";
  private static final long THINKING_MAX = 1_000_000;

  private final Console console;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port (default: ${DEFAULT-VALUE}; 0 takes any that is free).")
  private int port = 8089;

  @Option(
      names = "--batch-seconds",
      paramLabel = "S",
      description = "How long a batch takes (default: ${DEFAULT-VALUE}).")
  private double batchSeconds = 2;

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "What goes wrong, in YAML or JSON: lost answers, limits, broken results, …")
  private @Nullable Path faults;

  @Option(
      names = "--thinking",
      paramLabel = "TOKENS",
      description =
          "How many tokens models think before half of their answers, at most (default:"
              + " ${DEFAULT-VALUE}; 0 for none); nine of ten stay below twice as many.")
  private long thinking = Thinking.USUAL.medianTokens();

  @Option(
      names = "--drift",
      description =
          "Never say the same thing twice in the same words, as language models do, but keep what"
              + " still holds of an earlier document that is shown.")
  private boolean drift;

  EmulatorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > 65_535) {
      throw new Problem("--port: expected 0 to 65535, found " + port);
    }
    if (batchSeconds < 0 || Double.isNaN(batchSeconds) || batchSeconds > 86_400) {
      throw new Problem("--batch-seconds: expected 0 to 86400, found " + batchSeconds);
    }
    if (thinking < 0 || thinking > THINKING_MAX) {
      throw new Problem("--thinking: expected 0 to " + THINKING_MAX + ", found " + thinking);
    }
    EmulatorSettings settings =
        EmulatorSettings.of(drift ? new DriftingWriter(new OfflineWriter()) : new OfflineWriter())
            .withPort(port)
            .withTime(InstantSource.system(), Duration.ofMillis(Math.round(batchSeconds * 1000)))
            .withFaults(faults())
            .withThinking(Thinking.ofMedian(thinking))
            .withoutKeepingBodies();
    String key = console.environment().getOrDefault(KEY, "");
    try (Interruption _ = Interruption.watch();
        Emulator emulator = Emulator.start(key.isBlank() ? settings : settings.withKey(key))) {
      console.out().println(emulator.baseUrl());
      console
          .err()
          .printf(
              "ANTHROPIC_BASE_URL=%s ANTHROPIC_API_KEY=%s; Ctrl-C ends it%n",
              emulator.baseUrl(), key.isBlank() ? "any" : "the one in " + KEY);
      new CountDownLatch(1).await();
      return ExitCode.DONE.number();
    } catch (InterruptedException e) {
      return ExitCode.DONE.number();
    } catch (IOException e) {
      throw new Problem(
          "port %d cannot be had: %s%n  hint: name another with --port"
              .formatted(port, e.getMessage()));
    }
  }

  private Faults faults() throws Problem {
    return faults == null
        ? Faults.NONE
        : switch (FaultsFile.read(faults)) {
          case FaultsFile.Read read -> read.faults();
          case FaultsFile.Refused refused ->
              throw new Problem(
                  refused.problems().stream()
                      .map(Diagnostic::toText)
                      .collect(Collectors.joining("\n")));
        };
  }
}
