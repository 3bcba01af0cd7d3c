package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bpmndoc.document.Profile;
import org.bpmndoc.document.ProfileReading;
import org.bpmndoc.landscape.LandscapeJson;
import org.bpmndoc.xml.Diagnostic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `bpmndoc profile`: whether a profile can be used and what it asks for, or the built-in one as
/// files to be changed.
@Command(
    name = "profile",
    description = "Check a profile and list its kinds, or write the built-in one to be changed.")
final class ProfileCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The folder of the profile (default: the built-in one).")
  private @Nullable Path folder;

  @Option(
      names = "--write",
      paramLabel = "DIR",
      description = "Write the built-in profile into a folder that is new or empty.")
  private @Nullable Path write;

  @Mixin private CommonOptions common = new CommonOptions();

  ProfileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (write == null) {
      return folder == null
          ? tell("", new ProfileReading.Read(Profile.builtIn(), List.of()))
          : tell(folder.toString(), ProfileReading.of(folder));
    }
    if (folder != null) {
      throw new Problem("profile checks a folder or writes one, not both");
    }
    writeTo(write);
    return tell(write.toString(), ProfileReading.of(write));
  }

  private void writeTo(Path to) throws Problem {
    try {
      if (Files.exists(to) && (!Files.isDirectory(to) || !isEmpty(to))) {
        throw new Problem("--write: expected a folder that is new or empty, found " + to);
      }
      for (Map.Entry<String, String> file : Profile.builtIn().files().entrySet()) {
        Path path = to.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, file.getValue());
      }
    } catch (IOException e) {
      throw new Problem("--write: " + to + " cannot be written: " + e.getMessage());
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private int tell(String name, ProfileReading reading) {
    return switch (reading) {
      case ProfileReading.Read(var profile, var warnings) -> {
        ObjectNode json = ProfileJson.of(profile).put("directory", name);
        say(json, warnings, ProfileText.of(profile));
        yield ExitCode.DONE.number();
      }
      case ProfileReading.Refused(var problems) -> {
        say(ProfileJson.none().put("directory", name), problems, "");
        yield ExitCode.UNUSABLE.number();
      }
    };
  }

  private void say(ObjectNode json, List<Diagnostic> diagnostics, String text) {
    if (!diagnostics.isEmpty()) {
      console.err().println(Profiles.text(diagnostics));
    }
    if (common.json) {
      json.set("diagnostics", LandscapeJson.diagnostics(diagnostics));
      console.out().println(json.toPrettyString());
    } else {
      console.out().print(text);
    }
  }
}
