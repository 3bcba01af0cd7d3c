@NullMarked
package org.bpmndoc.run;

import org.jspecify.annotations.NullMarked;
