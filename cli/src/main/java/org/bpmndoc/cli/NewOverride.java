package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.bpmndoc.document.OverrideFile;
import org.bpmndoc.document.OverrideFiles;
import org.bpmndoc.document.OverrideSkeleton;
import org.bpmndoc.document.Profile;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Facts;

/// Makes a file for what people know better about a subject. Never writes over one.
final class NewOverride {

  private static final int NAME_LENGTH_MAX = 100;

  private NewOverride() {}

  static Path write(Path directory, Landscape landscape, Profile profile, SubjectId id)
      throws Problem {
    Optional<OverrideFile> there =
        PeoplesWords.read(directory, landscape, profile).all().stream()
            .filter(file -> file.subject().equals(Optional.of(id.value())))
            .findFirst();
    if (there.isPresent()) {
      throw new Problem("%s has a file already: %s".formatted(id, there.get().file()));
    }
    Path folder = directory.resolve(OverrideFiles.FOLDER);
    if (Files.isSymbolicLink(folder)) {
      throw new Problem(folder + ": a symbolic link, not followed\n  hint: make it a folder");
    }
    Path file = folder.resolve(name(id));
    Subject subject = landscape.subject(id);
    try {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(folder);
      }
      Files.writeString(
          file,
          OverrideSkeleton.of(
              subject,
              profile.contractFor(subject),
              Facts.of(landscape, subject).aliases().byElement().keySet()),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      return file;
    } catch (FileAlreadyExistsException e) {
      throw new Problem(e.getMessage() + " is there already");
    } catch (IOException e) {
      throw new Problem(file + " cannot be written: " + e.getMessage());
    }
  }

  /// Letters, digits and hyphens of the subject's name.
  private static String name(SubjectId id) {
    String plain =
        id.value()
            .replaceFirst("\\.[A-Za-z]+#", "-")
            .replaceAll("[^A-Za-z0-9_]+", "-")
            .replaceAll("^-|-$", "");
    return plain.substring(0, Math.min(plain.length(), NAME_LENGTH_MAX)) + ".yaml";
  }
}
