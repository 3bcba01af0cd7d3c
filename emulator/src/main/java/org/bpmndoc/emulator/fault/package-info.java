/// What can go wrong at a provider, as data.
///
/// In comes a file, out come [Faults]: records that say what they strike, which of those by number,
/// and how. Nothing in here does anything; the emulator asks what strikes each call, batch and
/// answer. The same file always strikes the same places. Start at [Fault]; [FaultsFile] reads them.
@NullMarked
package org.bpmndoc.emulator.fault;

import org.jspecify.annotations.NullMarked;
