/// The program: options in, exit codes and pages out. Everything is wired here, with plain
/// constructors.
///
/// Start at [Main]; each command is a class of its own, and [Writing] is where a run is put
/// together.
@NullMarked
package org.bpmndoc.cli;

import org.jspecify.annotations.NullMarked;
