/// Reads one BPMN file. In comes XML, out comes [Definitions].
@NullMarked
package org.bpmndoc.bpmn;

import org.jspecify.annotations.NullMarked;
