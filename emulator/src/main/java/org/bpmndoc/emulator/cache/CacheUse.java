package org.bpmndoc.emulator.cache;

/// Tokens of one prompt that were read from the cache and written to it. All others are input.
public record CacheUse(long read, long writtenFor5m, long writtenFor1h) {

  public static final CacheUse NONE = new CacheUse(0, 0, 0);

  public long written() {
    return writtenFor5m + writtenFor1h;
  }
}
