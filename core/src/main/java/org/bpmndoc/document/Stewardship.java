package org.bpmndoc.document;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/// Who answers for a subject, which version of it is in force, and how far people have looked at
/// what is written about it. People keep it; it is shown to readers and sent to nobody.
public record Stewardship(
    Optional<String> owner, Optional<String> version, Optional<Review> review) {

  public static final Stewardship NONE =
      new Stewardship(Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isEmpty() {
    return equals(NONE);
  }

  /// What somebody thinks of what is written, and since when.
  public record Review(Status status, Optional<String> by, Optional<LocalDate> date) {

    /// Whether a document was written after this was said of what there was before. On the very day
    /// it cannot be told, and counts as before.
    public boolean isBefore(Document document) {
      return date.filter(day ->
              document.origin().writtenAt().atZone(ZoneOffset.UTC).toLocalDate().isAfter(day))
          .isPresent();
    }
  }

  public enum Status {
    DRAFT,
    REVIEWED,
    APPROVED;

    /// As it stands in a file: `draft`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
