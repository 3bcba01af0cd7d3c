/// The append-only truth of a run: what was intended, what came back, what it cost.
///
/// In come entries, out comes [RunState], which is nothing but the fold of them. It knows neither
/// prompts nor BPMN. Start at [Entry], and at [Experience] for what plans learn from journals.
@NullMarked
package org.bpmndoc.journal;

import org.jspecify.annotations.NullMarked;
