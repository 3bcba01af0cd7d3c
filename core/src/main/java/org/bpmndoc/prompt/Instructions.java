package org.bpmndoc.prompt;

import org.bpmndoc.document.Contract;

/// The part that all requests of one contract and language share, byte for byte: it goes first, so
/// that a provider can cache it.
final class Instructions {

  private final String houseRules;
  private final String language;

  Instructions(String houseRules, String language) {
    this.houseRules = houseRules.strip();
    this.language = language;
  }

  String of(Contract contract) {
    return contract.instructions().strip()
        + "\n\n"
        + houseRules
        + "\n\nLanguage\n- Write every text in the language with the tag `"
        + language
        + "`. Names stay in the language of the facts.\n";
  }
}
