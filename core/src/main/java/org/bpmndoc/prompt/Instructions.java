package org.bpmndoc.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.bpmndoc.document.Contract;

/// The part that all requests of one contract, language and house share, byte for byte: it goes
/// first, so that a provider can cache it.
final class Instructions {

  private final String houseRules = houseRules();
  private final String words;
  private final String language;

  Instructions(RequestSettings settings) {
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

  private static String houseRules() {
    try (InputStream in = Instructions.class.getResourceAsStream("house-rules.md")) {
      if (in == null) {
        throw new IllegalStateException("the built-in house rules are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the built-in house rules cannot be read", e);
    }
  }
}
