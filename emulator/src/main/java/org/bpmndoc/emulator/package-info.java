/// A server on this machine that speaks the Claude API: Messages, token counts, Message Batches.
///
/// In come HTTP requests as any client of the API sends them; out go replies of the same shape,
/// times and errors, with the words a [Writer] puts into them. It costs nothing and keeps a bill of
/// what the same would have cost. Where the vendor's behaviour is not known, the choice made here
/// is marked "assumed". What goes wrong is asked for, by faults. Start at [Emulator]; an exchange
/// goes through `Door`, `Api` and `Struck`, and then `Answering` or `Batches`. What a prompt costs
/// is found out in `token` and `cache`.
@NullMarked
package org.bpmndoc.emulator;

import org.jspecify.annotations.NullMarked;
