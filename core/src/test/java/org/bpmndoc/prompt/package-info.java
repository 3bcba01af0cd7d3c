/// Tests of requests, and a landscape to make them from.
@NullMarked
package org.bpmndoc.prompt;

import org.jspecify.annotations.NullMarked;
