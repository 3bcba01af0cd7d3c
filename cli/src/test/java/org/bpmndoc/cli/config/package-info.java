/// Tests of the configuration.
@NullMarked
package org.bpmndoc.cli.config;

import org.jspecify.annotations.NullMarked;
