package org.bpmndoc.provider.anthropic;

import java.net.URI;
import java.nio.file.Path;

/// Where requests go and with what. `baseUrl` is without `/v1`. `spoolFolder` is where results lie,
/// out of others' sight, while they are read.
public record AnthropicSettings(URI baseUrl, ApiKey key, Timeouts timeouts, Path spoolFolder) {

  public static final URI PUBLIC_API = URI.create("https://api.anthropic.com");

  public AnthropicSettings {
    String scheme = String.valueOf(baseUrl.getScheme());
    if (!(scheme.equals("https") || scheme.equals("http")) || baseUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "expected an address such as " + PUBLIC_API + ", found one without http, https or host");
    }
    if (baseUrl.getUserInfo() != null) {
      throw new IllegalArgumentException("the address must not hold a user or a password");
    }
  }

  /// With the usual timeouts and the system's folder for temporary files.
  public static AnthropicSettings of(URI baseUrl, ApiKey key) {
    return new AnthropicSettings(
        baseUrl, key, Timeouts.DEFAULT, Path.of(System.getProperty("java.io.tmpdir")));
  }
}
