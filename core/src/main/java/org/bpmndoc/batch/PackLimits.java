package org.bpmndoc.batch;

/// How large a batch may get: by count, and by the bytes of its body.
public record PackLimits(int requestsMax, long bytesMax) {

  /// Well below what providers take (100,000 requests or 256 MB), since a batch is held in memory
  /// while it is sent.
  public static final PackLimits DEFAULT = new PackLimits(100_000, 64L * 1024 * 1024);

  public PackLimits {
    if (requestsMax < 1 || bytesMax < 1) {
      throw new IllegalArgumentException(
          "a batch must be allowed at least one request and one byte");
    }
  }
}
