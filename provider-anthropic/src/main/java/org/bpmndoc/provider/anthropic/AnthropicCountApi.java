package org.bpmndoc.provider.anthropic;

import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.services.blocking.MessageService;
import org.bpmndoc.batch.CountApi;
import org.bpmndoc.batch.ProviderException;
import org.bpmndoc.prompt.Request;
import org.bpmndoc.provider.anthropic.Refusal.Asked;

/// Token counting: free, with a rate limit of its own.
final class AnthropicCountApi implements CountApi {

  private final MessageService.WithRawResponse messages;
  private final Exchange exchange;
  private final CallOptions options;

  AnthropicCountApi(
      MessageService.WithRawResponse messages, Exchange exchange, CallOptions options) {
    this.messages = messages;
    this.exchange = exchange;
    this.options = options;
  }

  @Override
  public long promptTokens(Request request) throws ProviderException {
    MessageCountTokensParams params = RequestParams.count(request);
    return exchange.json(
        Asked.OTHER,
        () -> messages.countTokens(params, options.question()),
        AnswerJson::promptTokens);
  }
}
