package org.bpmndoc.store.sql;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.landscape.SubjectId;
import org.jdbi.v3.core.Handle;

/// What a state has kept, and taking it away for good. Only for whoever has the state's lock.
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

  /// While no run has requests under way. Deletes these runs, these subjects' claims to a document,
  /// and every document that then no subject has with what was sent for it; gives the number of
  /// documents. In a file what is deleted is overwritten; a server does so when its administrator
  /// has it vacuumed.
  public int delete(Collection<String> runs, Collection<SubjectId> subjects) {
    int[] documents = {0};
    forGood(handle -> {
      for (String run : runs) {
        handle.createUpdate("delete from entry where run = :run").bind("run", run).execute();
      }
      unassign(handle, subjects);
      documents[0] =
          handle.execute(
              "delete from document where fingerprint not in (select fingerprint from assignment)");
      deleteWhatIsLeft(handle);
    });
    return documents[0];
  }

  /// Deletes these subjects' claims to a document, and these documents unless a subject has them.
  public void remove(Collection<SubjectId> subjects, Collection<Fingerprint> documents) {
    forGood(handle -> {
      unassign(handle, subjects);
      for (Fingerprint document : documents) {
        handle
            .createUpdate(
                """
                delete from document where fingerprint = :fingerprint
                  and fingerprint not in (select fingerprint from assignment)
                """)
            .bind("fingerprint", document.hex())
            .execute();
      }
      deleteWhatIsLeft(handle);
    });
  }

  /// What was sent goes with its document, and so does what it replaced.
  private static void deleteWhatIsLeft(Handle handle) {
    for (String table : List.of("request", "earlier_document")) {
      handle.execute(
          "delete from " + table + " where fingerprint not in (select fingerprint from document)");
    }
  }

  private static void unassign(Handle handle, Collection<SubjectId> subjects) {
    for (SubjectId subject : subjects) {
      handle
          .createUpdate("delete from assignment where subject = :subject")
          .bind("subject", subject.value())
          .execute();
    }
  }

  private void forGood(Consumer<Handle> deletion) {
    if (isFile) {
      int _ = database.read(handle -> handle.execute("pragma secure_delete = on"));
    }
    database.write(handle -> {
      fence.pass(handle);
      deletion.accept(handle);
    });
    if (isFile) {
      shrink();
    }
  }

  private void shrink() {
    int _ = database.read(handle -> handle.execute("vacuum"));
    var _ =
        database.read(
            handle -> handle.createQuery("pragma wal_checkpoint(truncate)").mapToMap().list());
  }
}
