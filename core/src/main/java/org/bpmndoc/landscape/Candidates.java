package org.bpmndoc.landscape;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;

/// The files of a folder that may be BPMN, and those that may be DMN, by their relative names with
/// `/`, in the order of those names. Symbolic links are not followed; hidden folders and our own
/// output are left out.
///
/// Of the files that end in plain `.xml`, those count as BPMN that mention the namespace of BPMN
/// 2.0.
record Candidates(
    List<Candidate> processes, List<Candidate> decisions, List<Diagnostic> diagnostics) {

  record Candidate(String name, Path path) {}

  private static final String SITE = "bpmndoc-site";
  private static final List<String> ENDINGS = List.of(".bpmn", ".bpmn2");
  private static final List<String> DMN_ENDINGS = List.of(".dmn", ".dmn.xml", ".dmn11.xml");
  private static final String XML = ".xml";
  private static final String NAMESPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  static Candidates in(Path folder) throws IOException {
    Search search = new Search(folder);
    Files.walkFileTree(folder, search);
    return new Candidates(
        search.those(file ->
            !isNamedDmn(file.name()) && (isNamedBpmn(file.name()) || mentionsBpmn(file.path()))),
        search.those(file -> isNamedDmn(file.name())),
        List.copyOf(search.diagnostics));
  }

  private static boolean isNamedDmn(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return DMN_ENDINGS.stream().anyMatch(lower::endsWith);
  }

  private static boolean isNamedBpmn(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(ending -> lower.endsWith(ending))
        || lower.endsWith(".bpmn20.xml")
        || lower.endsWith(".bpmn.xml");
  }

  /// Whether the namespace stands in the file, in an encoding of 8 or of 16 bits. One that cannot
  /// be read is none.
  private static boolean mentionsBpmn(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[64 * 1024];
      String end = "";
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        String part =
            end + new String(buffer, 0, read, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (part.contains(NAMESPACE)) {
          return true;
        }
        end = part.substring(Math.max(0, part.length() - NAMESPACE.length()));
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static final class Search extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final TreeMap<String, Path> found = new TreeMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Search(Path folder) {
      this.folder = folder;
    }

    List<Candidate> those(Predicate<Candidate> wanted) {
      return found.entrySet().parallelStream()
          .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
          .filter(wanted)
          .sorted(Comparator.comparing(Candidate::name))
          .toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
      return isLeftOut(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      String name = name(path);
      if (attributes.isSymbolicLink()) {
        if (isNamedBpmn(name) || isNamedDmn(name) || Files.isDirectory(path)) {
          say(
              Severity.INFO,
              "symbolic-link",
              name,
              "a symbolic link, not followed",
              "copy what it points to into the folder, if it belongs to the landscape");
        }
      } else if (attributes.isRegularFile()
          && (isNamedBpmn(name)
              || isNamedDmn(name)
              || name.toLowerCase(Locale.ROOT).endsWith(XML))) {
        if (found.putIfAbsent(name, path) != null) {
          say(
              Severity.ERROR,
              "file-name-unreadable",
              name,
              "a second file whose name reads the same in this machine's language settings; it is"
                  + " not read",
              "rename it, or set LC_ALL to a UTF-8 locale");
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException cause) throws IOException {
      if (path.equals(folder)) {
        throw cause;
      }
      if (isLeftOut(path)) {
        return FileVisitResult.CONTINUE;
      }
      say(
          Severity.WARNING,
          "folder-unreadable",
          name(path),
          "cannot be read: " + cause.getClass().getSimpleName(),
          "check that you may read it");
      return FileVisitResult.CONTINUE;
    }

    /// Also one that must not be read, such as the state of somebody else.
    private boolean isLeftOut(Path path) {
      String name = String.valueOf(path.getFileName());
      return (name.startsWith(".") || name.equals(SITE)) && !path.equals(folder);
    }

    private String name(Path path) {
      return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private void say(Severity severity, String code, String name, String message, String hint) {
      diagnostics.add(
          new Diagnostic(severity, code, SourceLocation.wholeFile(name), message, hint));
    }
  }
}
