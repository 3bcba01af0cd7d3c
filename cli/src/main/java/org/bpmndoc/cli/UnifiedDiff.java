package org.bpmndoc.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What would change in a file, for reading: unified, line ends left out, and with nothing in it
/// that moves a cursor.
final class UnifiedDiff {

  private static final int CONTEXT_LINES = 3;

  private UnifiedDiff() {}

  static String of(String file, String before, String after) {
    List<String> old = lines(before);
    return UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + file, "b/" + file, old, DiffUtils.diff(old, lines(after)), CONTEXT_LINES)
        .stream()
        .map(UnifiedDiff::harmless)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static String harmless(String line) {
    return Stream.of(line.split("\t", -1)).map(PlainText::of).collect(Collectors.joining("\t"));
  }
}
