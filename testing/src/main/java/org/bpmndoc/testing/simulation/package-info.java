/// Whole runs on a made-up landscape, with a made-up provider, in made-up weather: clock, answers,
/// faults, crashes and where the process goes on are drawn from one seed, so that a run that goes
/// wrong goes wrong again.
///
/// In comes a seed, out comes an [Outturn], or a [Violation] of what must never break. The [Oracle]
/// that tells keeps books of its own and shares no code with the scheduler. Nothing in here sleeps,
/// and there is one thread. Start at [Simulation].
@NullMarked
package org.bpmndoc.testing.simulation;

import org.jspecify.annotations.NullMarked;
