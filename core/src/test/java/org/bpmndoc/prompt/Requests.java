package org.bpmndoc.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.Profile;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.landscape.UnreadableLandscape;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.ChildrenSeen;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Landscapes written inside a test, and the requests that come of them where every child has a
/// document that says `What NAME does.`
final class Requests {

  static final RequestSettings SETTINGS = new RequestSettings("model-1", 1_000_000, "en", 2_000);
  static final JsonMapper JSON = JsonMapper.shared();

  private Requests() {}

  static Landscape landscape(Path folder, Map<String, String> files)
      throws IOException, UnreadableLandscape {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return new LandscapeReader().read(folder);
  }

  /// A file with one process named `Steps`.
  static String process(String inside) {
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
      <process id="p" name="Steps">%s</process>
    </definitions>
    """
        .formatted(inside);
  }

  /// Tasks named `Step 1` and so on, one after another, and the flows between them.
  static String steps(int count) {
    StringBuilder xml = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      xml.append("<task id=\"t%d\" name=\"Step %d\"/>".formatted(i, i));
      if (i > 1) {
        xml.append(
            "<sequenceFlow id=\"f%d\" sourceRef=\"t%d\" targetRef=\"t%d\"/>"
                .formatted(i, i - 1, i));
      }
    }
    return xml.toString();
  }

  /// The requests of all subjects, in the landscape's order.
  static Map<SubjectId, Rendering> all(Landscape landscape, RequestSettings settings) {
    RequestRenderer renderer = new RequestRenderer(landscape, Profile.builtIn(), settings);
    Map<SubjectId, Rendering> requests = new LinkedHashMap<>();
    for (SubjectId id : landscape.subjects().keySet()) {
      requests.put(id, renderer.render(id, children(landscape, id)));
    }
    return requests;
  }

  /// The requests of all subjects where no child has a document.
  static Map<SubjectId, Rendering> ofOutlines(Landscape landscape) {
    RequestRenderer renderer = new RequestRenderer(landscape, Profile.builtIn(), SETTINGS);
    Map<SubjectId, Rendering> requests = new LinkedHashMap<>();
    for (SubjectId id : landscape.subjects().keySet()) {
      Map<SubjectId, Child> children = children(landscape, id);
      children.replaceAll((_, _) -> new Child.Outlined());
      requests.put(id, renderer.render(id, children, ChildrenSeen.STORED));
    }
    return requests;
  }

  static Rendering one(Map<SubjectId, Rendering> requests, SubjectId id) {
    return Optional.ofNullable(requests.get(id)).orElseThrow();
  }

  static Map<SubjectId, Child> children(Landscape landscape, SubjectId id) {
    Map<SubjectId, Child> children = new LinkedHashMap<>();
    landscape.parts(id).stream()
        .filter(Landscape.Part::followed)
        .forEach(
            part -> children.put(part.subject(), written(landscape.subject(part.subject()), 1)));
    return children;
  }

  /// A document that grows with `steps`.
  static Child.Written written(Subject subject, int steps) {
    ObjectNode content = JSON.createObjectNode();
    content.put("summary", "What " + subject.element().name() + " does.");
    for (int i = 0; i < steps; i++) {
      ObjectNode step = content.withArray("flowSteps").addObject();
      step.put("text", "It does what has to be done.").putArray("elements").add("e1");
    }
    return new Child.Written(
        new Document(
            new Fingerprint("0".repeat(64)),
            Profile.builtIn().contractFor(subject).id(),
            content,
            List.of(),
            new Document.Origin(
                "fake", "model-1", Channel.DIRECT, Usage.NONE, Usd.ZERO, Instant.EPOCH, "en")),
        Lineage.Source.THIS_RUN);
  }

  /// The one line of JSON between `<facts>` and `</facts>`.
  static String block(Request request) {
    String text = request.facts();
    return text.substring(
        text.indexOf("<facts>\n") + "<facts>\n".length(), text.lastIndexOf("\n</facts>\n"));
  }

  static JsonNode facts(Request request) {
    return JSON.readTree(block(request));
  }
}
