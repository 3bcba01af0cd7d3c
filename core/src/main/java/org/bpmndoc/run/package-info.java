/// Runs a plan: ready, render, reserve, record the intent, submit, poll, record, settle.
///
/// In come a plan and the ports, out comes a run in its journal. [Scheduler] is the one class of
/// the project that loops, waits and retries; what it decides is decided in pure functions beside
/// it. It knows neither XML nor SQL nor HTML. Start at [Scheduler].
@NullMarked
package org.bpmndoc.run;

import org.jspecify.annotations.NullMarked;
