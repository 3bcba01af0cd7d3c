@NullMarked
package org.bpmndoc.emulator.offline;

import org.jspecify.annotations.NullMarked;
