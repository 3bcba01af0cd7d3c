/// Puts the files of one folder together: which process calls which, what contains what, what gets
/// a document of its own.
///
/// In comes a folder and what a person wrote about its links, out come a [Landscape] and a
/// [LandscapeReport] of its numbers. It does not know in which order anything is written. Start at
/// [Landscape], then at [LandscapeReader]; what calls what is decided in `Links`.
@NullMarked
package org.bpmndoc.landscape;

import org.jspecify.annotations.NullMarked;
