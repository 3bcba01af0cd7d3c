package org.bpmndoc.cli;

import java.util.Optional;
import org.bpmndoc.document.FieldChange;
import org.bpmndoc.run.Changes;
import org.bpmndoc.run.Changes.Change;
import org.bpmndoc.run.Changes.What;
import org.bpmndoc.run.Version;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Changes for programs.
final class ChangesJson {

  private ChangesJson() {}

  static ObjectNode of(Changes changes, Since since) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode from = json.putObject("since").put("at", since.time().toString());
    since.run().ifPresentOrElse(run -> from.put("run", run), () -> from.putNull("run"));
    ObjectNode counts = json.putObject("counts");
    ChangeWords.counts(changes).forEach(counts::put);
    ArrayNode subjects = json.putArray("subjects");
    changes.all().forEach(change -> change(change, subjects.addObject()));
    return json;
  }

  private static void change(Change change, ObjectNode json) {
    json.put("subject", change.subject().value()).put("change", ChangeWords.of(change.what()));
    ArrayNode fields = JsonNodeFactory.instance.arrayNode();
    switch (change.what()) {
      case What.Added(var now) -> versions(json, Optional.empty(), Optional.of(now));
      case What.Gone(var before) -> versions(json, Optional.of(before), Optional.empty());
      case What.Renewed(var before, var now) ->
          versions(json, Optional.of(before), Optional.of(now));
      case What.Replaced(var before, var now) ->
          versions(json, Optional.of(before), Optional.of(now));
      case What.Changed(var before, var now, var changed) -> {
        versions(json, Optional.of(before), Optional.of(now));
        changed.forEach(field -> field(field, fields.addObject()));
      }
    }
    json.set("fields", fields);
  }

  private static void versions(ObjectNode json, Optional<Version> before, Optional<Version> now) {
    before.ifPresent(version -> version(version, json.putObject("before")));
    now.ifPresent(version -> version(version, json.putObject("now")));
  }

  private static void version(Version version, ObjectNode json) {
    json.put("fingerprint", version.fingerprint().hex()).put("run", version.run());
  }

  private static void field(FieldChange field, ObjectNode json) {
    json.put("path", field.path());
    json.set("before", orNull(field.before()));
    json.set("now", orNull(field.now()));
  }

  private static JsonNode orNull(JsonNode value) {
    return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
  }
}
