package org.bpmndoc.annotate;

import java.util.List;
import java.util.Optional;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.SourceLocation;

/// What a wish makes of one file.
public sealed interface Annotated {

  /// The file, relative to the landscape folder.
  String file();

  /// The file as it was and as it is to be, in bytes and as text, and what was done for that,
  /// element by element in document order. Both are the same where nothing is to be done.
  record Edited(
      String file, byte[] before, byte[] after, String textBefore, String text, List<Done> done)
      implements Annotated {
    public Edited {
      done = List.copyOf(done);
    }

    /// Whether the file has to be written.
    public boolean isChanged() {
      return !textBefore.equals(text);
    }

    public long count(What what) {
      return done.stream().filter(one -> one.what() == what).count();
    }
  }

  /// The file stays as it is, and why.
  record Refused(String file, Diagnostic why) implements Annotated {}

  /// What became of one element; `subject` where it is one.
  record Done(SourceLocation at, Optional<SubjectId> subject, What what) {}

  enum What {
    INSERTED,
    REPLACED,
    REMOVED,
    /// What we wrote says just that.
    UNCHANGED,
    /// People have written something of their own there, which stays alone.
    PEOPLES,
    /// The same, and it was ours before.
    EDITED,
    /// There is a character in the text that no XML can hold.
    UNWRITABLE;

    /// Whether our words stand there now.
    public boolean isWritten() {
      return this == INSERTED || this == REPLACED || this == UNCHANGED;
    }

    /// Whether words of people stand there, and ours do not.
    public boolean isKept() {
      return this == PEOPLES || this == EDITED;
    }
  }
}
