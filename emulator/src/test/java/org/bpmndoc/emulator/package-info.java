@NullMarked
package org.bpmndoc.emulator;

import org.jspecify.annotations.NullMarked;
