/// Decides how each subject travels, and says beforehand what that costs and takes.
///
/// In come a dependency graph, token estimates, prices and a latency model; out comes a plan for
/// each strategy, to be compared. It knows neither providers nor BPMN; the only files it reads are
/// price lists and workloads. Start at [Planner], and at [PlanReport] for what is shown.
@NullMarked
package org.bpmndoc.plan;

import org.jspecify.annotations.NullMarked;
