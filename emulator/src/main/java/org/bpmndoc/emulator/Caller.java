package org.bpmndoc.emulator;

/// Who calls: the version of the API that is spoken, and the workspace, whose prompts are cached
/// for nobody else.
record Caller(ApiVersion version, String workspace) {}
