package org.bpmndoc.run;

import org.bpmndoc.document.Checked;
import org.bpmndoc.journal.Entry;

/// Checks an answer against the contract its attempt was for.
@FunctionalInterface
public interface Answers {

  Checked check(Entry.Attempt attempt, String text);
}
