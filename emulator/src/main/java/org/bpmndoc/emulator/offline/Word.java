package org.bpmndoc.emulator.offline;

/// One word for what something is, as `kind` in documents.
enum Word {
  DATA,
  DECISION,
  EVENT,
  FORM,
  GATEWAY,
  MESSAGE,
  PARTICIPANT,
  PROCESS,
  RESULT,
  ROLE,
  RULE,
  SIGNAL,
  SYSTEM,
  TASK
}
