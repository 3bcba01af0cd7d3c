package org.bpmndoc.store.sql;

import java.util.Collection;
import org.bpmndoc.landscape.SubjectId;

/// What a state has kept, and taking it away for good. Only for whoever has the state's lock, and
/// while no run has requests under way.
public final class Housekeeping {

  private final Database database;
  private final Fence fence;
  private final boolean isFile;

  private Housekeeping(Database database, Fence fence, boolean isFile) {
    this.database = database;
    this.fence = fence;
    this.isFile = isFile;
  }

  static Housekeeping ofFile(Database database, Fence fence) {
    return new Housekeeping(database, fence, true);
  }

  static Housekeeping ofServer(Database database, Fence fence) {
    return new Housekeeping(database, fence, false);
  }

  /// Deletes these runs, these subjects' claims to a document, and every document that then no
  /// subject has with what was sent for it; gives the number of documents. In a file what is
  /// deleted is overwritten; a server does so when its administrator has it vacuumed.
  public int delete(Collection<String> runs, Collection<SubjectId> subjects) {
    int[] documents = {0};
    if (isFile) {
      int _ = database.read(handle -> handle.execute("pragma secure_delete = on"));
    }
    database.write(handle -> {
      fence.pass(handle);
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
      handle.execute(
          "delete from request where fingerprint not in (select fingerprint from document)");
    });
    if (isFile) {
      shrink();
    }
    return documents[0];
  }

  private void shrink() {
    int _ = database.read(handle -> handle.execute("vacuum"));
    var _ =
        database.read(
            handle -> handle.createQuery("pragma wal_checkpoint(truncate)").mapToMap().list());
  }
}
