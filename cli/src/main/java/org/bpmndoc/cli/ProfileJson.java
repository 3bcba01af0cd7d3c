package org.bpmndoc.cli;

import org.bpmndoc.document.Contract;
import org.bpmndoc.document.Profile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A profile for programs.
final class ProfileJson {

  private ProfileJson() {}

  /// Where there is none.
  static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode of(Profile profile) {
    ObjectNode json = none();
    json.put("name", profile.name())
        .put("digest", profile.digest())
        .put("builtIn", Profiles.isBuiltIn(profile));
    json.putObject("children")
        .put("max", profile.children().max())
        .put("summariesMax", profile.children().summariesMax());
    ObjectNode shown = json.putObject("shown");
    profile.children().items().forEach(shown::put);
    ArrayNode kinds = json.putArray("kinds");
    profile.contracts().forEach(contract -> kinds.add(of(contract)));
    return json;
  }

  private static ObjectNode of(Contract contract) {
    ObjectNode json = none();
    json.put("kind", contract.id().kind())
        .put("version", contract.id().version())
        .put("title", contract.title());
    ArrayNode of = json.putArray("of");
    Profile.TYPES.stream().filter(contract.of()::contains).forEach(of::add);
    json.put("answerTokensMax", contract.answerTokensMax());
    ArrayNode limits = json.putArray("limits");
    contract
        .limits()
        .forEach(limit ->
            limits
                .addObject()
                .put("field", limit.field())
                .putArray(limit.unit().label())
                .add(limit.min())
                .add(limit.max()));
    ArrayNode checks = json.putArray("checks");
    contract
        .checks()
        .forEach(check ->
            checks.addObject().put("check", check.kind().label()).put("field", check.field()));
    return json;
  }
}
