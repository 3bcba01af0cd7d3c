/// The prompt cache: which beginning of a prompt was paid for before.
///
/// In comes a prompt with breakpoints, out go the tokens read from the cache and those written to
/// it. What requests find depends on how they were sent: direct calls in turn ([DirectCache]),
/// those of a batch together ([BatchCache]). What a cache knows of a prompt are hashes. Start at
/// [Prompt], then [Visit].
@NullMarked
package org.bpmndoc.emulator.cache;

import org.jspecify.annotations.NullMarked;
