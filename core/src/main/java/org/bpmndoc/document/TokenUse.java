package org.bpmndoc.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What requests to one model were seen to use: the tokens of `promptBytes` of canonical requests,
/// and of the answers to each contract.
public record TokenUse(long promptBytes, long promptTokens, Map<ContractId, Answers> answers) {

  public static final TokenUse NONE = new TokenUse(0, 0, Map.of());

  public TokenUse {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /// So many answers with so many tokens in all, thinking included, and the documents that came of
  /// some of them: how much longer these make the canonical request of a parent that is shown them
  /// in full.
  public record Answers(long count, long outputTokens, long documents, long documentBytes) {

    public static final Answers NONE = new Answers(0, 0, 0, 0);

    public Answers plus(Answers other) {
      return new Answers(
          count + other.count,
          outputTokens + other.outputTokens,
          documents + other.documents,
          documentBytes + other.documentBytes);
    }
  }

  public Answers answers(ContractId contract) {
    return answers.getOrDefault(contract, Answers.NONE);
  }

  /// How many answers were seen.
  public long answerCount() {
    return answers.values().stream().mapToLong(Answers::count).sum();
  }
}
