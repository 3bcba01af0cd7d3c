@NullMarked
package org.bpmndoc.emulator.fault;

import org.jspecify.annotations.NullMarked;
