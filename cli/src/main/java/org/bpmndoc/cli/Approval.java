package org.bpmndoc.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Asks before money is spent: a person at a terminal sees the plan and is asked; where nobody is
/// there to ask, the command line must have said yes, or how much at most.
final class Approval {

  private Approval() {}

  /// Returns where the run may begin. `plan` is what a person is shown.
  static void ask(Console console, boolean yes, boolean budget, String plan) throws Problem {
    if (yes) {
      return;
    }
    if (!console.terminal()) {
      if (budget) {
        return;
      }
      throw new Problem(
          "this run costs money, and there is no terminal to ask at"
              + "\n  hint: bpmndoc plan says how much; then add --yes or --budget USD");
    }
    console.err().print(plan);
    console.err().print("Go ahead? [y/N] ");
    console.err().flush();
    if (!isYes(console)) {
      throw new Problem("not approved; nothing was sent");
    }
  }

  private static boolean isYes(Console console) throws Problem {
    try {
      String answer =
          new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
              .readLine();
      return answer != null
          && (answer.strip().toLowerCase(Locale.ROOT).equals("y")
              || answer.strip().toLowerCase(Locale.ROOT).equals("yes"));
    } catch (IOException e) {
      throw new Problem("the answer cannot be read: " + e.getMessage());
    }
  }
}
