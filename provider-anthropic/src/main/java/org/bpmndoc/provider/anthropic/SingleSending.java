package org.bpmndoc.provider.anthropic;

import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.HttpClient;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpRequestBody;
import com.anthropic.core.http.HttpResponse;
import com.anthropic.core.http.Interceptor;
import com.anthropic.errors.AnthropicIoException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Lets each request's body out at most once, whatever the layers below make of an answer, and
/// tells a call that failed before its body went out from one that may have arrived.
///
/// OkHttp repeats a request by itself after a 503 with `retry-after: 0`; a body that says it cannot
/// be repeated is left alone.
final class SingleSending implements Interceptor {

  @Override
  public HttpClient intercept(HttpClient next) {
    return new OnceClient(next);
  }

  private record OnceClient(HttpClient next) implements HttpClient {

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
      Optional<OnceBody> body = request.body().map(OnceBody::new);
      try {
        return next.execute(
            body.map(once -> request.toBuilder().body(once).build()).orElse(request), options);
      } catch (AnthropicIoException e) {
        boolean nothingSent = body.map(once -> !once.begun).orElseGet(() -> isUnconnected(e));
        throw nothingSent ? new NothingSentException(e) : e;
      }
    }

    private static boolean isUnconnected(AnthropicIoException e) {
      return e.getCause() instanceof ConnectException
          || e.getCause() instanceof NoRouteToHostException
          || e.getCause() instanceof UnknownHostException;
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(
        HttpRequest request, RequestOptions options) {
      throw new UnsupportedOperationException("calls are made one by one, each waited for");
    }

    @Override
    public void close() {
      next.close();
    }
  }

  private static final class OnceBody implements HttpRequestBody {

    private final HttpRequestBody body;
    private volatile boolean begun;

    OnceBody(HttpRequestBody body) {
      this.body = body;
    }

    @Override
    public void writeTo(OutputStream out) {
      if (begun) {
        throw new IllegalStateException(
            "a request was about to be sent twice; this is a bug in SingleSending");
      }
      begun = true;
      body.writeTo(out);
    }

    @Override
    public String contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public boolean repeatable() {
      return false;
    }

    @Override
    public void close() {
      body.close();
    }
  }
}
