package org.bpmndoc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.prompt.Rendering;
import org.bpmndoc.prompt.RequestJson;
import org.bpmndoc.run.Keeping;
import org.bpmndoc.run.Standing;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes what would be sent, one file for each request, so that a person can look before anything
/// leaves the machine. Clones share a file.
final class RequestFiles {

  private static final JsonMapper PRETTY = JsonMapper.shared();

  private RequestFiles() {}

  /// Only requests whose children are documented can be told; returns how many files there are.
  static int write(Standing standing, Keeping keeping, Path folder) throws IOException {
    Map<Fingerprint, ObjectNode> requests = new LinkedHashMap<>();
    for (SubjectId subject : standing.next()) {
      Rendering rendering = standing.render(subject);
      ObjectNode file =
          requests.computeIfAbsent(
              rendering.fingerprint(),
              fingerprint -> {
                ObjectNode json = JsonNodeFactory.instance.objectNode();
                json.put("fingerprint", fingerprint.hex());
                json.putArray("subjects");
                if (!rendering.isSureToFit()) {
                  json.put("mayNotFit", true);
                }
                json.set("request", RequestJson.of(keeping.request(subject, rendering)));
                return json;
              });
      ((ArrayNode) file.get("subjects")).add(subject.value());
    }
    Files.createDirectories(folder);
    for (Map.Entry<Fingerprint, ObjectNode> request : requests.entrySet()) {
      Files.writeString(
          folder.resolve(request.getKey().hex() + ".json"),
          PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(request.getValue()) + "\n");
    }
    return requests.size();
  }
}
