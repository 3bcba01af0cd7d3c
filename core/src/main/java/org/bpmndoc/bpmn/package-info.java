/// Reads one BPMN file and knows nothing else.
///
/// In comes XML, out come the file's [Definitions] as immutable records in BPMN's own words, each
/// with a source location, or the diagnostics that say why there are none. Start at [BpmnReader],
/// then [Definitions].
@NullMarked
package org.bpmndoc.bpmn;

import org.jspecify.annotations.NullMarked;
