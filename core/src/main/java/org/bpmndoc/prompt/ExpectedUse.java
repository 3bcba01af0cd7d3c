package org.bpmndoc.prompt;

import org.bpmndoc.document.Contract;
import org.bpmndoc.document.TokenUse;
import org.bpmndoc.document.TokenUse.Answers;
import org.bpmndoc.plan.Shrinkage;

/// What a request is expected to use: a starting point, moved towards what the same model and
/// contract were seen to use, the more the more was seen.
///
/// To start with, a token is taken for [#BYTES_PER_TOKEN] of a canonical request, an answer for
/// half as long as its contract allows, and thinking for half of its room.
record ExpectedUse(TokenUse seen, int thinkingTokens) {

  /// For compact JSON and English or Swedish prose with the tokenizers of current models, which
  /// count about 30 % more than older ones, where 4 was usual.
  static final double BYTES_PER_TOKEN = 3.0;

  /// The starting point counts for as much as so many bytes of prompts, some five requests.
  private static final Shrinkage BY_BYTES = new Shrinkage(30_000);

  /// The starting point counts for as much as so many answers.
  private static final Shrinkage BY_ANSWERS = new Shrinkage(5);

  /// The tokens of so many bytes of a canonical request.
  long tokens(double bytes) {
    double bytesPerToken =
        BY_BYTES.estimate(
            BYTES_PER_TOKEN, mean(seen.promptBytes(), seen.promptTokens()), seen.promptBytes());
    return (long) Math.ceil(bytes / bytesPerToken);
  }

  /// The tokens of an answer, thinking included.
  long answerTokens(Contract contract) {
    double start = (contract.answerTokensMax() + thinkingTokens) / 2.0;
    Answers answers = seen.answers(contract.id());
    return Math.round(
        BY_ANSWERS.estimate(start, mean(answers.outputTokens(), answers.count()), answers.count()));
  }

  /// How much longer a document makes the canonical request of a parent that is shown it in full.
  double documentBytes(Contract contract) {
    double start = contract.answerTokensMax() / 2.0 * BYTES_PER_TOKEN;
    Answers answers = seen.answers(contract.id());
    return BY_ANSWERS.estimate(
        start, mean(answers.documentBytes(), answers.documents()), answers.documents());
  }

  private static double mean(long sum, long count) {
    return Math.max(1, sum) / (double) Math.max(1, count);
  }
}
