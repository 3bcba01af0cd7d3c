package org.bpmndoc.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Asks before something is done that cannot be taken back: a person at a terminal sees what it is
/// and is asked; where nobody is there to ask, the command line must have said yes.
final class Approval {

  private Approval() {}

  /// Returns where it may be done. `plan` is what a person is shown, `nobody` what is said where
  /// there is no person.
  static void ask(Console console, String plan, String nobody) throws Problem {
    if (!console.terminal()) {
      throw new Problem(nobody);
    }
    console.err().print(plan);
    console.err().print("Go ahead? [y/N] ");
    console.err().flush();
    if (!isYes(console)) {
      throw new Problem("not approved; nothing was done");
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
