package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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

  /// Why a file cannot be read or written, without its name where that says nothing new.
  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case FileSystemException file when file.getReason() != null ->
          String.valueOf(file.getReason());
      case FileSystemException file -> file.getClass().getSimpleName();
      default -> String.valueOf(e.getMessage());
    };
  }
}
