package org.bpmndoc.emulator;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.bpmndoc.emulator.cache.CacheUse;
import org.bpmndoc.emulator.cache.Kept;

/// What came of an ended batch, all in all: how often each type of result occurs, what was paid,
/// and what it left in the prompt cache. `uses` has what a request used of the cache, by its place,
/// where that is anything.
record Tally(
    Map<String, Integer> counts,
    List<Bill.Line> paid,
    Map<Integer, CacheUse> uses,
    SortedMap<String, Kept> left) {

  CacheUse use(int place) {
    return uses.getOrDefault(place, CacheUse.NONE);
  }
}
