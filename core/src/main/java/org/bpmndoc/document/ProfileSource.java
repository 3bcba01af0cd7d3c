package org.bpmndoc.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.yaml.TextFile;

/// Where the files of a profile come from. Their paths have `/` between their parts.
sealed interface ProfileSource {

  /// What a file, or with an empty path the whole, is called where something is wrong with it.
  String name(String path);

  /// The folders in it, each of a kind of document, in order. Throws IOException where nobody can
  /// look.
  List<String> folders() throws IOException;

  /// A file's text, or why it is not read; empty where there is none.
  Optional<TextFile> file(String path);

  /// Beside this class.
  record BuiltIn() implements ProfileSource {

    static final List<String> KINDS = List.of("feature-goal", "epic", "business-rule");

    @Override
    public String name(String path) {
      return "profile/" + path;
    }

    @Override
    public List<String> folders() {
      return KINDS;
    }

    @Override
    public Optional<TextFile> file(String path) {
      try (InputStream in = Profile.class.getResourceAsStream("profile/" + path)) {
        return in == null
            ? Optional.empty()
            : Optional.of(new TextFile.Text(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException("the built-in profile cannot be read: " + path, e);
      }
    }
  }

  /// In a folder from anywhere: symbolic links in it are not followed, hidden folders passed over.
  record Folder(Path folder) implements ProfileSource {

    private static final TextFile LINK =
        new TextFile.Refused(
            "expected a file, found a symbolic link", "put the file itself into the profile");

    @Override
    public String name(String path) {
      return folder.resolve(path).toString();
    }

    @Override
    public List<String> folders() throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        return files
            .filter(Files::isDirectory)
            .map(file -> file.getFileName().toString())
            .filter(name -> !name.startsWith("."))
            .sorted()
            .toList();
      }
    }

    @Override
    public Optional<TextFile> file(String path) {
      Path file = folder;
      for (String part : path.split("/")) {
        file = file.resolve(part);
        if (Files.isSymbolicLink(file)) {
          return Optional.of(LINK);
        }
      }
      return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(TextFile.read(file))
          : Optional.empty();
    }
  }

  /// In the texts of one that was read before.
  record Kept(Map<String, String> files) implements ProfileSource {

    @Override
    public String name(String path) {
      return "profile of the run/" + path;
    }

    @Override
    public List<String> folders() {
      return files.keySet().stream()
          .filter(path -> path.contains("/"))
          .map(path -> path.substring(0, path.indexOf('/')))
          .distinct()
          .sorted()
          .toList();
    }

    @Override
    public Optional<TextFile> file(String path) {
      return Optional.ofNullable(files.get(path)).map(TextFile.Text::new);
    }
  }
}
