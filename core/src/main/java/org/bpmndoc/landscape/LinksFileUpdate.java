package org.bpmndoc.landscape;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.TextFile;

/// Writes links into a links file, which is made if it is not there.
///
/// No line of a person is touched: a call that has a line keeps it, and the new text is read back
/// before it replaces the old one, at once or not at all.
public final class LinksFileUpdate {

  /// A link to write, and what speaks for it.
  public record Line(String call, String process, String remark) {}

  /// What came of it.
  public sealed interface Result {
    /// So many lines were new; with none the file is not touched.
    record Written(int lines) implements Result {}

    /// The file was left as it is.
    record Refused(List<Diagnostic> reasons) implements Result {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  private LinksFileUpdate() {}

  public static Result add(Path file, List<Line> lines) throws IOException {
    String name = file.toString();
    if (Files.isSymbolicLink(file)) {
      return refused(name, "a symbolic link, not followed", "name the file itself by --links");
    }
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        ? switch (TextFile.read(file)) {
          case TextFile.Text text -> add(file, text, lines);
          case TextFile.Refused refused ->
              new Result.Refused(List.of(LinksFileReader.unreadable(name, refused)));
        }
        : add(file, new TextFile.Text(""), lines);
  }

  private static Result add(Path file, TextFile.Text text, List<Line> lines) throws IOException {
    LinksYaml before = LinksYaml.of(file.toString(), text.value());
    if (!before.content().diagnostics().isEmpty()) {
      return new Result.Refused(before.content().diagnostics());
    }
    List<Line> missing = missing(before.content(), lines);
    if (missing.isEmpty()) {
      return new Result.Written(0);
    }
    String changed = LinksFileEdit.with(text.value(), before, missing);
    if (!isJustMore(before.content(), missing, LinksYaml.of("", changed).content())) {
      return refused(
          file.toString(),
          "is laid out so that no line can be added to it",
          "write each link in a line of its own below \"links:\"");
    }
    replace(file, (text.hasMark() ? TextFile.BYTE_ORDER_MARK : "") + changed);
    return new Result.Written(missing.size());
  }

  private static List<Line> missing(LinksFile file, List<Line> lines) {
    Set<String> calls = new HashSet<>();
    file.links().forEach(entry -> calls.add(entry.call()));
    return lines.stream().filter(line -> calls.add(line.call())).toList();
  }

  private static boolean isJustMore(LinksFile before, List<Line> added, LinksFile after) {
    List<Pair> expected = new ArrayList<>(pairs(before));
    added.forEach(line -> expected.add(new Pair(line.call(), line.process())));
    return after.diagnostics().isEmpty()
        && after.prefixes().equals(before.prefixes())
        && pairs(after).equals(expected);
  }

  private record Pair(String call, String process) {}

  private static List<Pair> pairs(LinksFile file) {
    return file.links().stream().map(entry -> new Pair(entry.call(), entry.process())).toList();
  }

  private static void replace(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, ".bpmndoc-links", ".part");
    try {
      Files.writeString(part, text, StandardCharsets.UTF_8);
      keepPermissions(file, part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// A temporary file is its owner's alone; what it replaces, or a new file, is as others are.
  private static void keepPermissions(Path file, Path part) throws IOException {
    if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(
          part,
          Files.exists(file)
              ? Files.getPosixFilePermissions(file)
              : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static Result refused(String name, String message, String hint) {
    return new Result.Refused(
        List.of(
            new Diagnostic(
                Severity.ERROR,
                "links-file-unwritable",
                SourceLocation.wholeFile(name),
                message,
                hint)));
  }
}
