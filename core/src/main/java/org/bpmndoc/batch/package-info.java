/// Packs requests into batches, and says what a provider must be able to do.
///
/// In come requests, out come batches and, in time, outcomes. It knows neither BPMN nor plans.
/// Start at [BatchApi], the port that provider modules implement.
@NullMarked
package org.bpmndoc.batch;

import org.jspecify.annotations.NullMarked;
