/// Reads one XML file of unknown origin and knows nothing of what it means.
///
/// In come the bytes of a file and the [Vocabulary] of a kind of model, out comes a [FileReading]:
/// what was built from the file's light tree of [Xml], or the diagnostics that say why there is
/// nothing. Every kind of model says where its elements stand ([SourceLocation]), what they have in
/// common ([Element]) and what a person should know ([Diagnostic]) in the words of this package.
/// Start at [XmlReader].
@NullMarked
package org.bpmndoc.xml;

import org.jspecify.annotations.NullMarked;
