package org.bpmndoc.store.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bpmndoc.journal.Entry;
import org.bpmndoc.journal.EntryJson;
import org.bpmndoc.journal.Journal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/// The journal in the table `entry`. The table's key is a fence, whatever the other one knows.
final class SqlJournal implements Journal {

  private final Database database;
  private final Fence fence;

  SqlJournal(Database database, Fence fence) {
    this.database = database;
    this.fence = fence;
  }

  @Override
  public void append(String run, long first, List<Entry> entries) {
    if (!entries.isEmpty()) {
      database.write(
          handle -> {
            pass(handle, entries);
            insert(handle, run, first, entries);
          },
          taken -> new FenceException(run, first, taken));
    }
  }

  private void pass(Handle handle, List<Entry> entries) {
    if (entries.stream().anyMatch(Entry.BatchIntended.class::isInstance)) {
      fence.passToCreate(handle);
    } else {
      fence.pass(handle);
    }
  }

  private static void insert(Handle handle, String run, long first, List<Entry> entries) {
    refuseGap(run, lastSequence(handle, run), first);
    PreparedBatch rows =
        handle.prepareBatch(
            "insert into entry (run, sequence, body) values (:run, :sequence, :body)");
    long sequence = first;
    for (Entry entry : entries) {
      rows.bind("run", run).bind("sequence", sequence++).bind("body", EntryJson.write(entry)).add();
    }
    rows.execute();
  }

  private static long lastSequence(Handle handle, String run) {
    return handle
        .createQuery("select coalesce(max(sequence), 0) from entry where run = :run")
        .bind("run", run)
        .mapTo(Long.class)
        .one();
  }

  private static void refuseGap(String run, long last, long first) {
    if (first > last + 1) {
      throw new IllegalStateException(
          "run %s has %d entries, so the next one cannot be entry %d; was the state put back?"
              .formatted(run, last, first));
    }
  }

  /// Each row becomes an entry as it is read, so that a long run is never held twice.
  @Override
  public List<Entry> entries(String run) {
    return database.read(handle ->
        handle
            .createQuery("select body from entry where run = :run order by sequence")
            .bind("run", run)
            .map((row, _) -> EntryJson.read(row.getString(1)))
            .list());
  }

  /// By how their text begins, so that what is not asked for is not parsed.
  @Override
  public List<Entry> entries(String run, Set<Class<? extends Entry>> kinds) {
    if (kinds.isEmpty()) {
      return List.of();
    }
    List<String> beginnings = kinds.stream().map(EntryJson::beginning).toList();
    String wanted =
        IntStream.range(0, beginnings.size())
            .mapToObj(i -> "body like :kind" + i)
            .collect(Collectors.joining(" or "));
    return database.read(handle -> {
      Query query =
          handle
              .createQuery(
                  "select body from entry where run = :run and (" + wanted + ") order by sequence")
              .bind("run", run);
      for (int i = 0; i < beginnings.size(); i++) {
        query.bind("kind" + i, beginnings.get(i) + "%");
      }
      return query.map((row, _) -> EntryJson.read(row.getString(1))).list();
    });
  }

  @Override
  public List<String> runs() {
    return database.read(handle ->
        handle
            .createQuery("select run from entry where sequence = 1 order by position")
            .mapTo(String.class)
            .list());
  }

  @Override
  public Optional<String> newestRun() {
    return database.read(handle ->
        handle
            .createQuery("select run from entry where sequence = 1 order by position desc limit 1")
            .mapTo(String.class)
            .findOne());
  }
}
