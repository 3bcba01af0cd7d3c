package org.bpmndoc.provider.anthropic;

import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.services.blocking.MessageService;
import org.bpmndoc.batch.DirectApi;
import org.bpmndoc.batch.Outcome;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.provider.anthropic.Refusal.Asked;

/// Messages: one request, one answer, not streamed.
final class AnthropicDirectApi implements DirectApi {

  private final MessageService.WithRawResponse messages;
  private final Exchange exchange;
  private final CallOptions options;

  AnthropicDirectApi(
      MessageService.WithRawResponse messages, Exchange exchange, CallOptions options) {
    this.messages = messages;
    this.exchange = exchange;
    this.options = options;
  }

  @Override
  public Outcome send(Request request) throws ProviderException, InterruptedException {
    MessageCreateParams params = RequestParams.direct(request);
    try {
      return exchange.json(
          Asked.OTHER, () -> messages.create(params, options.answer()), AnswerJson::message);
    } catch (ProviderException e) {
      if (Thread.interrupted()) {
        InterruptedException interrupted =
            new InterruptedException("a direct call was not waited for any longer");
        interrupted.initCause(e);
        throw interrupted;
      }
      throw e;
    }
  }
}
