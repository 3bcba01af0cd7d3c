/// Puts one subject into words for a model: its facts, its children's documents, what is asked.
///
/// In come a subject of a landscape, a contract and the documents of its children; out comes a
/// [Request] with the shared part first, its fingerprint and its lineage, and whether it is sure to
/// fit the model's window. It knows neither batches nor HTTP. Start at [RequestRenderer].
@NullMarked
package org.bpmndoc.prompt;

import org.jspecify.annotations.NullMarked;
