/// Puts texts into the `documentation` of BPMN files, and takes them out again, and touches nothing
/// else.
///
/// In come a landscape, its folder and a text for each subject; out go files of which every other
/// byte is as it was. What people have written is theirs and stays. Start at [Annotating].
@NullMarked
package org.bpmndoc.annotate;

import org.jspecify.annotations.NullMarked;
