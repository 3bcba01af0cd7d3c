package org.bpmndoc.provider.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import java.net.URI;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.CountApi;
import org.bpmndoc.batch.DirectApi;

/// Both ways to Anthropic, and its count of tokens, over one client. Settings come from the caller
/// alone: the SDK is given no look at environment variables, system properties or files. Nothing is
/// sent before the first call. Closing ends no call that is under way.
public final class AnthropicProvider implements AutoCloseable {

  private final URI baseUrl;
  private final AnthropicClient client;
  private final BatchApi batches;
  private final DirectApi direct;
  private final CountApi counts;

  public AnthropicProvider(AnthropicSettings settings) {
    baseUrl = settings.baseUrl();
    client =
        AnthropicOkHttpClient.builder()
            .baseUrl(baseUrl.toString())
            .apiKey(settings.key().value())
            .maxRetries(0)
            .addInterceptor(new SingleSending())
            .openTelemetry(false)
            .build();
    Exchange exchange = new Exchange(baseUrl, settings.key());
    CallOptions options = new CallOptions(settings.timeouts());
    batches =
        new AnthropicBatchApi(
            client.messages().withRawResponse().batches(),
            exchange,
            options,
            settings.spoolFolder());
    direct = new AnthropicDirectApi(client.messages().withRawResponse(), exchange, options);
    counts = new AnthropicCountApi(client.messages().withRawResponse(), exchange, options);
  }

  public BatchApi batches() {
    return batches;
  }

  public DirectApi direct() {
    return direct;
  }

  public CountApi counts() {
    return counts;
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return "Anthropic at " + baseUrl;
  }
}
