/// Fakes for tests of bpmndoc and of what is built on it: a clock that is set, a journal and a
/// store in memory, a provider that answers when its time has come and can lose a reply. Nothing in
/// here sleeps. Whole runs drawn from seeds are in `simulation`.
@NullMarked
package org.bpmndoc.testing;

import org.jspecify.annotations.NullMarked;
