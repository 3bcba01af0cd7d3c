package org.bpmndoc.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bpmndoc.batch.PackLimits;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Usd;
import org.bpmndoc.provider.anthropic.Timeouts;
import org.bpmndoc.run.RunSettings;
import org.bpmndoc.store.sql.LeaseTerms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How a run waits, and where its pages go.
final class WaitingOptions {

  /// The offline writer answers at once.
  private static final Duration OFFLINE_POLL = Duration.ofMillis(20);

  /// A provider takes 256 MB; a batch is held in memory while it is sent.
  private static final int MEGABYTES_MAX = 200;

  @Option(
      names = "--poll",
      paramLabel = "30s",
      description = "How often to ask whether a batch has ended (default: 30s).")
  private @Nullable Duration poll;

  @Option(
      names = "--list-delay",
      paramLabel = "60s",
      description =
          "How long a batch that was created may stay missing from the provider's list (default:"
              + " 60s).")
  private @Nullable Duration listDelay;

  @Option(
      names = "--no-wait",
      description = "Return (with exit code 4) once there are only batches to wait for.")
  private boolean noWait;

  @Option(
      names = "--fail-fast",
      description = "Pause (with exit code 3) at the first subject that fails.")
  private boolean failFast;

  @Option(
      names = "--keep-remote",
      description = "Leave batches at the provider after their results are stored.")
  private boolean keepRemote;

  @Option(
      names = "--write-off",
      description =
          "Give up batches that the provider no longer knows, because somebody deleted them: they"
              + " are booked at what was reserved, and their requests are sent again. Not for"
              + " batches that another workspace's key cannot see.")
  private boolean writeOff;

  @Option(
      names = "--batch-megabytes",
      paramLabel = "MB",
      description = "The largest batch to send, by the size of its body (default: 64).")
  private @Nullable Integer batchMegabytes;

  @Mixin private OutputOptions output = new OutputOptions();

  List<Output> outputs(Path directory) throws Problem {
    return output.outputs(directory);
  }

  /// How long to wait before the work of a dead process is taken over, where that cannot be told at
  /// once. For a command that has none of these options.
  static LeaseTerms standardLeaseTerms() {
    return new WaitingOptions().leaseTerms();
  }

  /// What becomes of a document that still has findings after the last try.
  enum OnFindings {
    PUBLISH,
    FAIL
  }

  @Option(
      names = "--on-findings",
      paramLabel = "publish|fail",
      description =
          "What becomes of a document that still does not agree with its model after two repairs:"
              + " the best there is is taken, with its findings on its page (publish, the default),"
              + " or it fails (fail).")
  private OnFindings onFindings = OnFindings.PUBLISH;

  LeaseTerms leaseTerms() {
    return LeaseTerms.of(
        Timeouts.DEFAULT.create(), listDelay == null ? RunSettings.DEFAULT.listDelay() : listDelay);
  }

  RunSettings settings(boolean offline, Optional<Usd> budget, Predicate<SubjectId> force)
      throws Problem {
    RunSettings standard = RunSettings.DEFAULT;
    return new RunSettings(
        positive("--poll", poll, offline ? OFFLINE_POLL : standard.poll()),
        listDelay != null ? listDelay : offline ? Duration.ZERO : standard.listDelay(),
        standard.patience(),
        standard.tries(),
        packLimits(),
        budget,
        force,
        keepRemote,
        !noWait,
        failFast,
        writeOff,
        standard.barrier(),
        onFindings == OnFindings.FAIL);
  }

  private PackLimits packLimits() throws Problem {
    if (batchMegabytes == null) {
      return PackLimits.DEFAULT;
    }
    if (batchMegabytes < 1 || batchMegabytes > MEGABYTES_MAX) {
      throw new Problem(
          "--batch-megabytes: expected 1 to %d, found %d".formatted(MEGABYTES_MAX, batchMegabytes));
    }
    return new PackLimits(PackLimits.DEFAULT.requestsMax(), batchMegabytes * 1024L * 1024L);
  }

  private static Duration positive(String option, @Nullable Duration given, Duration otherwise)
      throws Problem {
    if (given != null && given.isZero()) {
      throw new Problem(option + ": expected a duration above zero, such as 200ms");
    }
    return given == null ? otherwise : given;
  }
}
