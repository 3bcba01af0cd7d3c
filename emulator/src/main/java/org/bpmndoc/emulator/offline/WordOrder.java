package org.bpmndoc.emulator.offline;

/// Where the verb goes when something stands before a main clause.
enum WordOrder {
  /// "Afterwards, the flow ends".
  SUBJECT_FIRST {
    @Override
    String after(String lead, Clause clause) {
      return lead + ", " + clause.straight();
    }
  },

  /// "Därefter slutar flödet".
  VERB_SECOND {
    @Override
    String after(String lead, Clause clause) {
      return new Clause(lead, clause.verb(), clause.subject() + " " + clause.rest()).straight();
    }
  };

  abstract String after(String lead, Clause clause);
}
