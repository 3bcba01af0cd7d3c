package org.bpmndoc.emulator.cache;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Up to which blocks a prompt is to be cached, and for how long: the breakpoints, by the place of
/// the block.
record Breakpoints(NavigableMap<Integer, Lifetime> lifetimes) {

  private static final int BREAKPOINTS_MAX = 4;

  /// `automatic` is the `cache_control` of the request itself, which stands for one at the last
  /// block.
  static Breakpoints of(List<Block> blocks, JsonNode automatic)
      throws UnusableBreakpointsException {
    NavigableMap<Integer, Lifetime> breakpoints = new TreeMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.cacheControl().isPresent()) {
        if (block.isEmpty()) {
          throw new UnusableBreakpointsException(
              block.path() + ": cache_control cannot be set for empty text blocks");
        }
        breakpoints.put(
            i, lifetime(block.cacheControl().get(), block.path() + "." + Blocks.CACHE_CONTROL));
      }
    }
    if (!automatic.isMissingNode() && !automatic.isNull()) {
      addLast(breakpoints, blocks, lifetime(automatic, Blocks.CACHE_CONTROL));
    }
    if (breakpoints.size() > BREAKPOINTS_MAX) {
      throw new UnusableBreakpointsException(
          "A maximum of 4 blocks with cache_control may be provided. Found "
              + breakpoints.size()
              + ".");
    }
    refuseLongAfterShort(breakpoints, blocks);
    return new Breakpoints(breakpoints);
  }

  private static Lifetime lifetime(JsonNode control, String path)
      throws UnusableBreakpointsException {
    if (!control.path("type").asString("").equals("ephemeral")) {
      throw new UnusableBreakpointsException(path + ".type: Input should be 'ephemeral'");
    }
    for (String field : control.propertyNames()) {
      if (!field.equals("type") && !field.equals("ttl")) {
        throw new UnusableBreakpointsException(
            path + "." + field + ": Extra inputs are not permitted");
      }
    }
    JsonNode ttl = control.path("ttl");
    if (ttl.isMissingNode()) {
      return Lifetime.FIVE_MINUTES;
    }
    return Lifetime.named(ttl.asString(""))
        .orElseThrow(
            () -> new UnusableBreakpointsException(path + ".ttl: Input should be '5m' or '1h'"));
  }

  private static void addLast(
      NavigableMap<Integer, Lifetime> breakpoints, List<Block> blocks, Lifetime lifetime)
      throws UnusableBreakpointsException {
    int last = blocks.size() - 1;
    while (last >= 0 && blocks.get(last).isEmpty()) {
      last--;
    }
    if (last >= 0 && breakpoints.getOrDefault(last, lifetime) != lifetime) {
      // That it is refused is documented, the words are our own.
      throw new UnusableBreakpointsException(
          "cache_control: the last block has a cache_control with another ttl");
    }
    if (last >= 0) {
      breakpoints.put(last, lifetime);
    }
  }

  private static void refuseLongAfterShort(
      NavigableMap<Integer, Lifetime> breakpoints, List<Block> blocks)
      throws UnusableBreakpointsException {
    boolean shortBefore = false;
    for (int place : breakpoints.navigableKeySet()) {
      boolean isShort = breakpoints.get(place) == Lifetime.FIVE_MINUTES;
      if (shortBefore && !isShort) {
        throw new UnusableBreakpointsException(
            blocks.get(place).path()
                + ".cache_control.ttl: a ttl='1h' cache_control block must not come after a"
                + " ttl='5m' cache_control block. Note that blocks are processed in the following"
                + " order: tools, system, messages.");
      }
      shortBefore = isShort;
    }
  }
}
