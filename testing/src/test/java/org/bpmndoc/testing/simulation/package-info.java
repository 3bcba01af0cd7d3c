/// The proof: simulated runs by the thousand, and small ones that are ended everywhere.
@NullMarked
package org.bpmndoc.testing.simulation;

import org.jspecify.annotations.NullMarked;
