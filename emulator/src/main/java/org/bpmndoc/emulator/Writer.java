package org.bpmndoc.emulator;

import tools.jackson.databind.JsonNode;

/// What puts words into the emulator's answers.
///
/// `params` are those of a Messages request that has passed the API's own checks. The same params
/// must always get the same answer: results of batches are written anew each time they are read.
/// Safe for many threads at once.
public interface Writer {

  Answer answer(JsonNode params);
}
