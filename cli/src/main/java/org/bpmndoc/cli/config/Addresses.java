package org.bpmndoc.cli.config;

import java.net.URI;
import java.net.URISyntaxException;

/// Addresses that something may be sent to.
final class Addresses {

  private Addresses() {}

  static boolean isHttp(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme());
      return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
