package org.bpmndoc.prompt;

import org.bpmndoc.document.Contract;

/// The part that all requests of one contract, language and house share, byte for byte: it goes
/// first, so that a provider can cache it.
final class Instructions {

  private final String houseRules;
  private final String words;
  private final String language;

  Instructions(String houseRules, RequestSettings settings) {
    this.houseRules = houseRules.strip();
    this.words = settings.words().sections();
    this.language = settings.language();
  }

  String of(Contract contract) {
    return contract.instructions().strip()
        + "\n\n"
        + houseRules
        + (words.isEmpty() ? "\n" : "\n\n" + words)
        + "\nLanguage\n- Write every text in the language with the tag `"
        + language
        + "`. Names stay in the language of the facts.\n";
  }
}
