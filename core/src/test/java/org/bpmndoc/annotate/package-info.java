@NullMarked
package org.bpmndoc.annotate;

import org.jspecify.annotations.NullMarked;
