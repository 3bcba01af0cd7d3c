package org.bpmndoc.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bpmndoc.document.OverrideFile;
import org.bpmndoc.document.OverrideFiles;
import org.bpmndoc.document.Profile;
import org.bpmndoc.document.Stewardship;
import org.bpmndoc.document.Stewardship.Review;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `bpmndoc overrides`: what people wrote, and whether it counts.
@Command(
    name = "overrides",
    description = "List what people wrote in bpmndoc-overrides, and whether it counts.")
final class OverridesCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder of BPMN files.")
  private Path directory = Path.of(".");

  @Option(
      names = "--new",
      paramLabel = "SUBJECT",
      description = "Write a file for this subject (FILE#ELEMENT), with nothing in it yet.")
  private @Nullable String fresh;

  @Mixin private ProfileOptions profile = new ProfileOptions();
  @Mixin private LinksOptions links = new LinksOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  OverridesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Landscape landscape = Landscapes.read(directory, links.existing());
    Profile contracts =
        profile.read(common.settings(Optional.of(directory), console), common, console);
    if (fresh != null) {
      Path written =
          NewOverride.write(directory, landscape, contracts, Landscapes.subject(landscape, fresh));
      console.err().println("written: " + written);
    }
    OverrideFiles files = PeoplesWords.read(directory, landscape, contracts);
    if (common.json) {
      console.out().println(json(files).toPrettyString());
    } else {
      console.out().print(OverridesText.of(files));
    }
    return fresh != null || files.broken().isEmpty()
        ? ExitCode.DONE.number()
        : ExitCode.UNUSABLE.number();
  }

  private ObjectNode json(OverrideFiles files) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("directory", directory.toString());
    ArrayNode overrides = json.putArray("overrides");
    for (OverrideFile file : files.all()) {
      ObjectNode one = overrides.addObject().put("file", file.file());
      file.subject().ifPresentOrElse(id -> one.put("subject", id), () -> one.putNull("subject"));
      file.replaces().forEach(one.putArray("replaces")::add);
      file.extended().forEach(one.putArray("extends")::add);
      Stewardship stewardship = file.stewardship();
      stewardship.owner().ifPresent(owner -> one.put("owner", owner));
      stewardship.version().ifPresent(version -> one.put("version", version));
      stewardship.review().ifPresent(review -> review(review, one.putObject("review")));
      one.put("state", OverridesText.state(file));
      one.set("problems", LandscapeJson.diagnostics(file.problems()));
    }
    return json;
  }

  private static void review(Review review, ObjectNode json) {
    json.put("status", review.status().word());
    review.by().ifPresent(by -> json.put("by", by));
    review.date().ifPresent(date -> json.put("date", date.toString()));
  }
}
