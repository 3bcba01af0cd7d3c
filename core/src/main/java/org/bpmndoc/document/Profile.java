package org.bpmndoc.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A set of contracts, and which of them each subject is documented by.
///
/// The built-in profile is data beside this class: a folder for each kind, with `contract.json`
/// (version, title, limits), `schema.json` and `prompt.md`.
public final class Profile {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Contract featureGoal;
  private final Contract epic;
  private final Contract businessRule;

  private Profile(Contract featureGoal, Contract epic, Contract businessRule) {
    this.featureGoal = featureGoal;
    this.epic = epic;
    this.businessRule = businessRule;
  }

  /// Feature Goal for processes and sub-processes, Business Rule for decisions and for business
  /// rule tasks whose decision is not in the landscape, Epic for all other tasks and for calls
  /// whose process is not in the landscape.
  public static Profile builtIn() {
    return new Profile(load("feature-goal"), load("epic"), load("business-rule"));
  }

  public List<Contract> contracts() {
    return List.of(featureGoal, epic, businessRule);
  }

  /// What its documents are called in files and options.
  public List<String> kinds() {
    return contracts().stream().map(contract -> contract.id().kind()).toList();
  }

  public Contract contractFor(Subject subject) {
    return switch (subject) {
      case Subject.ProcessSubject _, Subject.SubProcessSubject _ -> featureGoal;
      case Subject.TaskSubject task ->
          task.node().kind() == FlowNode.TaskKind.BUSINESS_RULE ? businessRule : epic;
      case Subject.CallSubject _ -> epic;
      case Subject.DecisionSubject _ -> businessRule;
    };
  }

  private static Contract load(String folder) {
    JsonNode head = MAPPER.readTree(text(folder + "/contract.json"));
    return new Contract(
        new ContractId(head.required("kind").asString(), head.required("version").asInt()),
        head.required("title").asString(),
        text(folder + "/prompt.md"),
        MAPPER.readTree(text(folder + "/schema.json")),
        head.required("counts").valueStream().map(Profile::count).toList(),
        head.required("answerTokensMax").asInt());
  }

  private static Contract.Count count(JsonNode count) {
    return new Contract.Count(
        count.required("field").asString(),
        count.required("min").asInt(),
        count.required("max").asInt());
  }

  private static String text(String resource) {
    try (InputStream in = Profile.class.getResourceAsStream("profile/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("the built-in profile lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the built-in profile cannot be read: " + resource, e);
    }
  }
}
