/// Puts the files of one folder together: which process calls which, what contains what, what gets
/// a document of its own.
///
/// In come the readings of all files, out comes a [Landscape]. It does not know in which order
/// anything is written. Start at [Landscape].
@NullMarked
package org.bpmndoc.landscape;

import org.jspecify.annotations.NullMarked;
