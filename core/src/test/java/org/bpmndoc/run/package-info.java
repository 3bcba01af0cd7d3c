/// Tests of explanations and differences.
@NullMarked
package org.bpmndoc.run;

import org.jspecify.annotations.NullMarked;
