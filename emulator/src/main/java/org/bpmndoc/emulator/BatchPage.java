package org.bpmndoc.emulator;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// One page of the list of batches, newest first.
record BatchPage(List<StoredBatch> batches, boolean hasMore) {

  private static final int LIMIT_DEFAULT = 20;
  private static final int LIMIT_MAX = 1_000;

  /// `after_id` asks for those right after that batch in the list, so older ones; `before_id` for
  /// those right before it. Assumed: an id nobody knows is refused, and so are both at once.
  static BatchPage of(List<StoredBatch> newestFirst, Map<String, String> query) throws Refusal {
    int limit = limit(query.getOrDefault("limit", Integer.toString(LIMIT_DEFAULT)));
    String after = query.getOrDefault("after_id", "");
    String before = query.getOrDefault("before_id", "");
    if (!after.isEmpty() && !before.isEmpty()) {
      throw Refusal.invalid("after_id and before_id cannot both be given");
    }
    if (!before.isEmpty()) {
      List<StoredBatch> all = newestFirst.subList(0, place(newestFirst, "before_id", before));
      int from = Math.max(0, all.size() - limit);
      return new BatchPage(all.subList(from, all.size()), from > 0);
    }
    int from = after.isEmpty() ? 0 : place(newestFirst, "after_id", after) + 1;
    int to = Math.min(newestFirst.size(), from + limit);
    return new BatchPage(newestFirst.subList(from, to), to < newestFirst.size());
  }

  private static int limit(String text) throws Refusal {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LIMIT_MAX) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw Refusal.invalid("limit: Input should be a valid integer");
    }
    throw Refusal.invalid("limit: Input should be from 1 to " + LIMIT_MAX);
  }

  private static int place(List<StoredBatch> batches, String field, String id) throws Refusal {
    return IntStream.range(0, batches.size())
        .filter(i -> batches.get(i).id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid(field + ": there is no batch " + id));
  }
}
