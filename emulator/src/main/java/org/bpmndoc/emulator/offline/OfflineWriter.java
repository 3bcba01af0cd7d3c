package org.bpmndoc.emulator.offline;

import org.bpmndoc.emulator.Answer;
import org.bpmndoc.emulator.Writer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Drafts the document that a request of bpmndoc asks for from its facts alone. Of a kind that it
/// does not know it fills what it knows of, and asks about the rest.
///
/// The language is the one that the instructions name, Swedish or else English. A request that is
/// none of bpmndoc's is refused with `invalid_request_error` and a sentence on why.
public final class OfflineWriter implements Writer {

  private final Language english = Language.english();
  private final Language swedish = Language.swedish();

  @Override
  public Answer answer(JsonNode params) {
    return switch (Request.read(params)) {
      case Request.Reading.Refused refused -> refused.answer();
      case Request.Reading.Read read -> new Answer.Text(written(read.request()));
    };
  }

  private String written(Request request) {
    Language language = request.language().equals("sv") ? swedish : english;
    Speech speech = new Speech(request.facts(), language);
    ObjectNode draft =
        switch (request.kind()) {
          case FEATURE_GOAL -> new FeatureGoal(speech).draft();
          case EPIC -> new Epic(speech).draft();
          case BUSINESS_RULE ->
              request
                  .decision()
                  .map(decision -> new DecisionRule(decision, request.facts(), language).draft())
                  .orElseGet(() -> new BusinessRule(speech).draft());
        };
    ObjectNode shaped = new Shaping(draft, request, language).shaped();
    return Shortening.fitting(shaped, request.answerTokensMax(), language);
  }
}
