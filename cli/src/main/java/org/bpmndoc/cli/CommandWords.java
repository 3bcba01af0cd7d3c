package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bpmndoc.plan.Usd;

/// The words of a command line, for saying which one would go on from here.
record CommandWords(List<String> words) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
  private static final String SAMPLE = "--sample";
  private static final String BUDGET = "--budget";
  private static final String YES = "--yes";

  CommandWords {
    words = List.copyOf(words);
  }

  /// The same without a sample and with what is left of the budget; `yes` where nobody is there to
  /// be asked.
  String withoutSample(Optional<Usd> budget, boolean yes) {
    List<String> kept = new ArrayList<>(without(BUDGET, without(SAMPLE, words)));
    budget.ifPresent(left -> kept.addAll(List.of(BUDGET, left.toString())));
    if (yes && !kept.contains(YES)) {
      kept.add(YES);
    }
    return kept.stream().map(CommandWords::quoted).collect(Collectors.joining(" ", "bpmndoc ", ""));
  }

  private static List<String> without(String option, List<String> words) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals(option)) {
        i++;
      } else if (!words.get(i).startsWith(option + "=")) {
        kept.add(words.get(i));
      }
    }
    return kept;
  }

  /// The same with a folder, for saying which command would help.
  static String quoted(Path folder) {
    return quoted(folder.toString());
  }

  /// As a shell takes it.
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
