package org.bpmndoc.store.sql;

import java.util.Collection;
import java.util.List;
import org.bpmndoc.landscape.SubjectId;

/// What a state has kept, and taking it away for good. Only for whoever has the state's lock, and
/// while no run has requests under way.
public final class Housekeeping {

  private final Database database;

  Housekeeping(Database database) {
    this.database = database;
  }

  /// All runs, the oldest first.
  public List<String> runs() {
    return database.read(handle ->
        handle
            .createQuery("select run from entry where sequence = 1 order by position")
            .mapTo(String.class)
            .list());
  }

  /// Deletes these runs, these subjects' claims to a document, and every document that then no
  /// subject has; gives the number of documents. What is deleted is overwritten in the file.
  public int delete(Collection<String> runs, Collection<SubjectId> subjects) {
    int[] documents = {0};
    database.read(handle -> handle.execute("pragma secure_delete = on"));
    database.write(handle -> {
      for (String run : runs) {
        handle.createUpdate("delete from entry where run = :run").bind("run", run).execute();
      }
      for (SubjectId subject : subjects) {
        handle
            .createUpdate("delete from assignment where subject = :subject")
            .bind("subject", subject.value())
            .execute();
      }
      documents[0] =
          handle.execute(
              "delete from document where fingerprint not in (select fingerprint from assignment)");
    });
    database.read(handle -> handle.execute("vacuum"));
    database.read(
        handle -> handle.createQuery("pragma wal_checkpoint(truncate)").mapToMap().list());
    return documents[0];
  }
}
