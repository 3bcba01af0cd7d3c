/// What a person has written down so as not to say it each time.
///
/// In come the landscape's own `bpmndoc.yaml`, which may be anybody's, and the user's
/// configuration, which alone may name providers, commands and addresses; out come [Settings], or
/// all that is wrong with either file. Start at [ConfigurationFiles].
@NullMarked
package org.bpmndoc.cli.config;

import org.jspecify.annotations.NullMarked;
