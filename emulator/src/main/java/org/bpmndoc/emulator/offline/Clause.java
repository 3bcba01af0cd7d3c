package org.bpmndoc.emulator.offline;

/// A main clause in three pieces, since languages differ in where the subject goes when something
/// stands before it. `rest` may be empty.
record Clause(String subject, String verb, String rest) {

  /// With nothing before it.
  String straight() {
    return (subject + " " + verb + " " + rest).strip();
  }
}
