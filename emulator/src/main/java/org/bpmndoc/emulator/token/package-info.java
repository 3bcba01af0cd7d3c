/// Tokens, as this emulator counts them.
///
/// In comes text, out goes a number. No library of Claude's tokenizers exists, so this is an
/// approximation, and it is the emulator's alone: what a client estimates is compared with it.
/// Start at [Tokenizer].
@NullMarked
package org.bpmndoc.emulator.token;

import org.jspecify.annotations.NullMarked;
