@NullMarked
package org.bpmndoc.emulator.token;

import org.jspecify.annotations.NullMarked;
