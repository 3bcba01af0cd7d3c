/// Reads one DMN file and knows nothing else.
///
/// In comes XML of any version of DMN, out comes the file's [DecisionModel] as immutable records in
/// DMN's own words, each with a source location, or the diagnostics that say why there is none.
/// Start at [DmnReader], then [DecisionModel].
@NullMarked
package org.bpmndoc.dmn;

import org.jspecify.annotations.NullMarked;
