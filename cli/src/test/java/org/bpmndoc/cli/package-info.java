@NullMarked
package org.bpmndoc.cli;

import org.jspecify.annotations.NullMarked;
