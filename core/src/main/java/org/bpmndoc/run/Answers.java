package org.bpmndoc.run;

import java.util.Optional;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.prompt.Request;

/// Checks an answer against the contract its attempt was for, and against what was asked. `asked`
/// is empty where nobody needs the answer any more, since the model has changed.
@FunctionalInterface
public interface Answers {

  Checked check(Entry.Attempt attempt, Optional<Request> asked, String text);
}
