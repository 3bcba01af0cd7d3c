/// Reading small JSON files that a person wrote.
///
/// In comes a file, out comes a tree of values that know their lines ([LocatedJson]); [FileCheck]
/// takes values out of it and collects everything that is wrong with them. It does not know what a
/// file is for.
@NullMarked
package org.bpmndoc.json;

import org.jspecify.annotations.NullMarked;
