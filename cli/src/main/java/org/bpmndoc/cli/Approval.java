package org.bpmndoc.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
    if (!isGiven(console, plan)) {
      throw new Problem("not approved; nothing was done");
    }
  }

  /// Whether the person at the terminal wants it, having seen what it is.
  static boolean isGiven(Console console, String plan) throws Problem {
    console.err().print(plan);
    console.err().print("Go ahead? [y/N] ");
    console.err().flush();
    String answer = answer(console).strip().toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }

  /// One line and no more: the next one answers the next question.
  private static String answer(Console console) throws Problem {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int read = console.in().read(); read >= 0 && read != '\n'; read = console.in().read()) {
        line.write(read);
      }
    } catch (IOException e) {
      throw new Problem("the answer cannot be read: " + e.getMessage());
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
