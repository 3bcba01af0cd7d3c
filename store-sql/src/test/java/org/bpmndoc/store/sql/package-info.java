@NullMarked
package org.bpmndoc.store.sql;

import org.jspecify.annotations.NullMarked;
