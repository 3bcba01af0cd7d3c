package org.bpmndoc.prompt;

import org.bpmndoc.document.ByKind;
import org.bpmndoc.document.Contract;
import org.bpmndoc.document.ContractId;

/// What is the same for all requests of a run, or of a run and contract. `language` is a BCP 47
/// tag, `redaction` what of the landscape is not sent, `words` what it calls its things.
public record RequestSettings(
    ByKind<Model> models, String language, Redaction redaction, HouseWords words) {

  /// Who is asked: `thinkingTokens` is the room for thinking that comes on top of a contract's
  /// longest answer.
  public record Model(String name, long contextWindowTokens, int thinkingTokens) {

    public Model {
      if (contextWindowTokens <= 0 || thinkingTokens < 0) {
        throw new IllegalArgumentException(
            "expected a window of at least 1 token and no negative room for thinking, found "
                + contextWindowTokens
                + " and "
                + thinkingTokens);
      }
    }

    /// The longest answer to a contract, with the thinking before it.
    int answerTokensMax(Contract contract) {
      return contract.answerTokensMax() + thinkingTokens;
    }
  }

  /// One model writes everything, and everything may be sent.
  public RequestSettings(
      String model, long contextWindowTokens, String language, int thinkingTokens) {
    this(
        ByKind.same(new Model(model, contextWindowTokens, thinkingTokens)),
        language,
        Redaction.NONE,
        HouseWords.NONE);
  }

  public RequestSettings {
    if (!isLanguage(language)) {
      throw new IllegalArgumentException(
          "expected a language tag such as en or sv-SE, found " + language);
    }
    if (words.texts().stream().anyMatch(redaction::finds)) {
      throw new IllegalArgumentException(
          "expected words of the house without anything that is to be hidden: they are sent with"
              + " every request");
    }
  }

  Model model(ContractId contract) {
    return models.of(contract);
  }

  /// Whether this could be a BCP 47 tag.
  public static boolean isLanguage(String tag) {
    return tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  }
}
