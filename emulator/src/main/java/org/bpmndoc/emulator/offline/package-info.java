/// Drafts documents from the facts of a request alone, without an LLM, in English and Swedish.
///
/// In comes a Messages request as the rest of bpmndoc renders it, with one block of facts; out
/// comes a document that keeps the contract of that request. Nothing in it is made up: what the
/// facts do not say is an open question. The same request always gives the same bytes. Start at
/// [OfflineWriter]. All words are in one file of templates for each language; `Language` joins
/// them, `Work`, `Events` and `Decisions` choose among them.
@NullMarked
package org.bpmndoc.emulator.offline;

import org.jspecify.annotations.NullMarked;
