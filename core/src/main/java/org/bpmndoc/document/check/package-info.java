/// Whether an answer is a document of its contract, and whether that agrees with its model. No LLM
/// is asked.
///
/// In come the text of an answer, its contract, and [Grounds], what was sent of the model; out
/// comes [Checked]. Start at [AnswerCheck]; [ModelChecks] names every check there is.
@NullMarked
package org.bpmndoc.document.check;

import org.jspecify.annotations.NullMarked;
