package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.bpmndoc.journal.Journal;
import org.bpmndoc.site.SiteException;
import org.bpmndoc.store.sql.StateException;

/// Says in words what ended a command that should not have ended.
final class Failures {

  private Failures() {}

  /// Whatever a run had stored by then is safe, so what stopped it can be mended and the run taken
  /// up.
  static String explain(Exception e) {
    return switch (e) {
      case StateException state -> String.valueOf(state.getMessage());
      case SiteException site ->
          site.getMessage() + "\n  hint: the documents are stored; bpmndoc site writes the pages";
      case Journal.FenceException fence -> String.valueOf(fence.getMessage());
      case FileSystemException file -> "%s: %s".formatted(file.getFile(), reason(file));
      case IOException io -> "reading or writing failed: " + io.getMessage();
      default ->
          "this is a bug in bpmndoc: " + e + "\n  hint: -v shows where; nothing stored is lost";
    };
  }

  private static String reason(FileSystemException e) {
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }
}
