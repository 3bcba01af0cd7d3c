/// Carries requests to Anthropic's Message Batches and Messages, and outcomes back, over the
/// official SDK.
///
/// In come the requests of a run, out come outcomes, or a `ProviderException` that says what can be
/// done. Every call is made once: retrying is the run's. It knows neither BPMN nor plans. Start at
/// [AnthropicProvider].
@NullMarked
package org.bpmndoc.provider.anthropic;

import org.jspecify.annotations.NullMarked;
