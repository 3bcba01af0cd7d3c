/// Decides how each subject travels, and says beforehand what that costs and takes.
///
/// In come a dependency graph, token estimates, prices and a latency model; out comes a plan for
/// each strategy, to be compared. It knows neither providers nor files.
@NullMarked
package org.bpmndoc.plan;

import org.jspecify.annotations.NullMarked;
