package org.bpmndoc.landscape;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.bpmndoc.bpmn.BpmnReader;
import org.bpmndoc.dmn.DmnReader;
import org.bpmndoc.landscape.Candidates.Candidate;
import org.bpmndoc.landscape.UnreadableLandscape.Reason;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.FileReading;
import org.bpmndoc.xml.SourceLocation;

/// Reads all BPMN and DMN files under a folder into one [Landscape].
///
/// Files are read side by side, the result does not depend on it. What is wrong with a file is a
/// diagnostic of the landscape; only a folder from which nothing can be read at all is an
/// exception.
public final class LandscapeReader {

  private final BpmnReader bpmn = new BpmnReader();
  private final DmnReader dmn = new DmnReader();

  /// Reads the folder, and the links in its `bpmndoc-links.yaml` where it has one.
  public Landscape read(Path directory) throws UnreadableLandscape {
    return read(directory, () -> LinksFileReader.inFolder(directory));
  }

  /// The same with the links of another file.
  public Landscape read(Path directory, Path linksFile) throws UnreadableLandscape {
    return read(directory, () -> LinksFileReader.read(linksFile));
  }

  private Landscape read(Path directory, Supplier<LinksFile> links) throws UnreadableLandscape {
    Candidates candidates = candidates(directory);
    if (candidates.processes().isEmpty() && candidates.decisions().isEmpty()) {
      throw new UnreadableLandscape(
          Reason.NO_BPMN_FILES,
          directory
              + ": expected at least one BPMN file (.bpmn, .bpmn2, .bpmn20.xml, .bpmn.xml, or .xml"
              + " with the BPMN 2.0 namespace) or DMN file (.dmn), found none"
              + "\n  hint: name the folder that holds your models; hidden folders and symbolic"
              + " links are not searched");
    }
    return LandscapeBuilder.build(
        directory.toString(),
        new Readings(
            read(candidates.processes(), bpmn::read),
            read(candidates.decisions(), dmn::read),
            candidates.diagnostics()),
        links.get());
  }

  private static Candidates candidates(Path directory) throws UnreadableLandscape {
    if (!Files.exists(directory)) {
      throw new UnreadableLandscape(
          Reason.MISSING,
          directory + ": there is no such folder\n  hint: check the name, and where you are");
    }
    if (!Files.isDirectory(directory)) {
      throw new UnreadableLandscape(
          Reason.NOT_A_FOLDER,
          directory
              + ": expected a folder of BPMN files, found a file"
              + "\n  hint: name the folder that it is in");
    }
    try {
      return Candidates.in(directory.toRealPath());
    } catch (IOException e) {
      throw new UnreadableLandscape(
          Reason.UNREADABLE,
          directory + ": cannot be read: " + e + "\n  hint: check that you may read the folder",
          e);
    }
  }

  private interface Reading<T> {
    FileReading<T> of(String file, InputStream in);
  }

  private static <T> List<FileReading<T>> read(List<Candidate> candidates, Reading<T> reading) {
    return candidates.parallelStream().map(candidate -> read(candidate, reading)).toList();
  }

  private static <T> FileReading<T> read(Candidate candidate, Reading<T> reading) {
    try (InputStream in = Files.newInputStream(candidate.path(), LinkOption.NOFOLLOW_LINKS)) {
      return reading.of(candidate.name(), in);
    } catch (IOException e) {
      return new FileReading.Malformed<>(
          candidate.name(),
          List.of(
              new Diagnostic(
                  Severity.ERROR,
                  "file-unreadable",
                  SourceLocation.wholeFile(candidate.name()),
                  "the file cannot be read: " + e.getClass().getSimpleName(),
                  "check that it exists and that you may read it")));
    }
  }
}
