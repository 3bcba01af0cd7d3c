/// What a document is, what it must contain, and whether an answer is one.
///
/// In come the words a model answered and the [Contract] they must keep; out comes the content of a
/// [Document] or what is wrong with them. [Profile] says which contract a subject has,
/// [ProfileReading] reads one from a folder, the package `check` reads answers, [ChildView] is what
/// a parent is shown. [Overrides] are what people wrote over documents, read by [OverrideFiles]. It
/// knows neither HTTP nor SQL. Start at [Contract].
@NullMarked
package org.bpmndoc.document;

import org.jspecify.annotations.NullMarked;
