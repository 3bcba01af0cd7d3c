package org.bpmndoc.provider.anthropic;

import com.anthropic.core.RequestOptions;
import com.anthropic.core.Timeout;
import java.time.Duration;

/// The SDK's options for each kind of call. Redirects are not followed: requests go to the address
/// that was named, and a redirected POST would be a second one.
final class CallOptions {

  private final Timeouts timeouts;

  CallOptions(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  RequestOptions question() {
    return options(timeouts.question(), timeouts.question());
  }

  RequestOptions create() {
    return options(timeouts.create(), timeouts.create());
  }

  RequestOptions answer() {
    return options(timeouts.answer(), timeouts.answer());
  }

  RequestOptions download() {
    return options(timeouts.download(), timeouts.stalled());
  }

  private RequestOptions options(Duration whole, Duration nextPiece) {
    return RequestOptions.builder()
        .timeout(
            Timeout.builder().connect(timeouts.connect()).read(nextPiece).request(whole).build())
        .followRedirects(false)
        .build();
  }
}
