package org.bpmndoc.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.document.DocumentsLine.BrokenLine;
import org.bpmndoc.json.UnusableFileException;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;

/// Reads a [DocumentsFile] that anybody may have written, line by line.
///
/// Whatever is wrong with a line is told with its number, and the file is refused once it is read.
/// A document whose contract is not known here is passed over, and so is whoever has it.
public final class DocumentsFileReader {

  /// Longer lines are not read, in bytes.
  static final int LINE_MAX = 16 * 1024 * 1024;

  static final int LINES_MAX = 2_000_000;
  private static final int PROBLEMS_MAX = 20;
  private static final String HINT = "export the documents again, or take the line out of the file";

  /// Whether content is a document of a contract: what is wrong with it, or empty where that is not
  /// known here.
  @FunctionalInterface
  public interface ContentCheck {
    Optional<List<String>> broken(Document document);
  }

  /// What becomes of what is read.
  public interface Sink {
    void document(Document document);

    void assignment(SubjectId subject, Assignment assignment);
  }

  private final Path file;
  private final ContentCheck check;
  private final Predicate<Fingerprint> known;
  private final Sink sink;
  private final Set<Fingerprint> documents = new HashSet<>();
  private final Set<Fingerprint> passedOver = new HashSet<>();
  private final Set<SubjectId> subjects = new HashSet<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  private DocumentsFileReader(
      Path file, ContentCheck check, Predicate<Fingerprint> known, Sink sink) {
    this.file = file;
    this.check = check;
    this.known = known;
    this.sink = sink;
  }

  /// `known` are documents that somebody may have without that they are in the file. Lines that are
  /// right go to the sink even where others are not. Returns how many documents were passed over.
  public static int read(Path file, ContentCheck check, Predicate<Fingerprint> known, Sink sink)
      throws IOException, UnusableFileException {
    DocumentsFileReader reader = new DocumentsFileReader(file, check, known, sink);
    if (!Files.isRegularFile(file)) {
      reader.problem(
          0,
          Files.exists(file)
              ? "expected a file of documents, found something else"
              : "there is no such file",
          "bpmndoc store export writes one");
    } else {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        reader.lines(in);
      }
    }
    if (!reader.problems.isEmpty()) {
      throw new UnusableFileException(reader.problems);
    }
    return reader.passedOver.size();
  }

  private void lines(InputStream in) throws IOException {
    int number = 0;
    while (problems.size() < PROBLEMS_MAX) {
      number++;
      if (number > 1 && isAtEnd(in)) {
        return;
      }
      byte[] line = DocumentsLine.next(in, LINE_MAX);
      try {
        if (number > LINES_MAX || line.length > LINE_MAX) {
          problem(
              number,
              "expected at most %,d lines of %,d bytes each".formatted(LINES_MAX, LINE_MAX));
          return;
        }
        DocumentsLine read = DocumentsLine.parse(line);
        if (number == 1) {
          read.header();
        } else if (read.isAssignment()) {
          assignment(read);
        } else {
          document(read);
        }
      } catch (BrokenLine broken) {
        problem(number, String.valueOf(broken.getMessage()));
        if (number == 1) {
          return;
        }
      }
    }
  }

  private static boolean isAtEnd(InputStream in) throws IOException {
    in.mark(1);
    boolean end = in.read() < 0;
    in.reset();
    return end;
  }

  private void document(DocumentsLine line) throws BrokenLine {
    Document document = line.document();
    if (!documents.add(document.fingerprint()) || passedOver.contains(document.fingerprint())) {
      throw new BrokenLine("the document " + document.fingerprint() + " is in the file twice");
    }
    Optional<List<String>> broken = check.broken(document);
    if (broken.isEmpty()) {
      documents.remove(document.fingerprint());
      passedOver.add(document.fingerprint());
    } else if (!broken.get().isEmpty()) {
      throw new BrokenLine(
          "expected a document of %s: %s"
              .formatted(document.contract(), String.join("; ", broken.get())));
    } else {
      sink.document(document);
    }
  }

  private void assignment(DocumentsLine line) throws BrokenLine {
    SubjectId subject = line.subject();
    Assignment assignment = line.assignment();
    if (!subjects.add(subject)) {
      throw new BrokenLine("the subject " + subject + " is in the file twice");
    }
    Fingerprint fingerprint = assignment.fingerprint();
    if (documents.contains(fingerprint) || known.test(fingerprint)) {
      sink.assignment(subject, assignment);
    } else if (!passedOver.contains(fingerprint)) {
      throw new BrokenLine(
          "%s has the document %s, which is not above".formatted(subject, fingerprint));
    }
  }

  private void problem(int line, String message) {
    problem(line, message, HINT);
  }

  private void problem(int line, String message, String hint) {
    problems.add(
        new Diagnostic(
            Severity.ERROR,
            "documents-file",
            new SourceLocation(file.toString(), line, 0),
            message,
            hint));
  }
}
