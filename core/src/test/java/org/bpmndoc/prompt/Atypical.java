package org.bpmndoc.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Profile;
import org.bpmndoc.document.check.AnswerCheck;
import org.bpmndoc.document.check.Checked;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.SubjectId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The answers beside the atypical models of one half, each with what the checks say of it.
record Atypical(String name, Optional<String> wrong, Checked checked) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Profile PROFILE = Profile.builtIn();
  private static final AnswerCheck CHECK = new AnswerCheck(PROFILE.contracts());

  static List<Atypical> of(Path half) throws Exception {
    List<Atypical> answers = new ArrayList<>();
    for (Path folder : sorted(half)) {
      Landscape landscape = new LandscapeReader().read(folder);
      for (Path file : sorted(folder)) {
        if (file.toString().endsWith(".json")) {
          answers.add(of(landscape, String.valueOf(folder.getFileName()), file));
        }
      }
    }
    return answers;
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }

  private static Atypical of(Landscape landscape, String folder, Path file) throws IOException {
    JsonNode said = JSON.readTree(Files.readString(file));
    SubjectId subject = new SubjectId(said.required("subject").asString());
    Map<SubjectId, Child> children = new LinkedHashMap<>();
    landscape.parts(subject).stream()
        .filter(Landscape.Part::followed)
        .forEach(part -> children.put(part.subject(), new Child.Outlined()));
    Rendering ready =
        new RequestRenderer(landscape, PROFILE, new RequestSettings("model", 1_000_000, "en", 0))
            .render(subject, children);
    Map<String, String> aliases = new HashMap<>();
    ready.aliases().elementIds().forEach((alias, id) -> aliases.putIfAbsent(id, alias));
    JsonNode answer = said.required("answer").deepCopy();
    alias(answer, aliases);
    return new Atypical(
        folder + "/" + file.getFileName(),
        Optional.ofNullable(said.get("wrong")).map(JsonNode::asString),
        CHECK.check(
            ready.contract(), answer.toString(), Optional.of(SentFacts.of(ready.request()))));
  }

  private static void alias(JsonNode answer, Map<String, String> aliases) {
    answer.forEach(inside -> alias(inside, aliases));
    if (answer instanceof ObjectNode object) {
      if (object.get("elements") instanceof ArrayNode elements) {
        ArrayNode aliased = object.putArray("elements");
        elements.forEach(id -> aliased.add(aliases.getOrDefault(id.asString(), id.asString())));
      }
      if (object.has("flow")) {
        String id = object.path("flow").asString();
        object.put("flow", aliases.getOrDefault(id, ""));
      }
    }
  }

  /// What the checks found that is more than a note.
  List<String> found() {
    return switch (checked) {
      case Checked.Rejected rejected -> rejected.reasons();
      case Checked.Accepted accepted ->
          accepted.findings().stream()
              .filter(finding -> finding.grade().isAtLeast(Finding.Grade.GAP))
              .map(finding -> finding.code() + " " + finding.field() + ": " + finding.message())
              .toList();
    };
  }
}
