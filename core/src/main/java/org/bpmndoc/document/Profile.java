package org.bpmndoc.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bpmndoc.landscape.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A set of contracts, and which of them each subject is documented by: that whose `of` has the
/// type of its element. Each type has one.
///
/// The built-in profile is data beside this class: a folder for each kind, with `contract.json`
/// (version, title, types, limits, checks), `schema.json` and `prompt.md`.
public final class Profile {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<Contract> contracts;
  private final Map<String, Contract> byType = new LinkedHashMap<>();

  private Profile(List<Contract> contracts) {
    this.contracts = List.copyOf(contracts);
    contracts.forEach(contract -> contract.of().forEach(type -> byType.put(type, contract)));
  }

  /// Feature Goal for processes and sub-processes, Business Rule for decisions and for business
  /// rule tasks whose decision is not in the landscape, Epic for all other tasks and for calls
  /// whose process is not in the landscape.
  public static Profile builtIn() {
    return new Profile(List.of(load("feature-goal"), load("epic"), load("business-rule")));
  }

  public List<Contract> contracts() {
    return contracts;
  }

  /// What its documents are called in files and options.
  public List<String> kinds() {
    return contracts().stream().map(contract -> contract.id().kind()).toList();
  }

  public Contract contractFor(Subject subject) {
    Contract contract = byType.get(type(subject));
    if (contract == null) {
      throw new IllegalStateException("the profile has no contract for a " + type(subject));
    }
    return contract;
  }

  /// BPMN's name for what the subject is, or `decision`.
  private static String type(Subject subject) {
    return switch (subject) {
      case Subject.ProcessSubject _ -> "process";
      case Subject.SubProcessSubject sub -> sub.node().kind().bpmnName();
      case Subject.TaskSubject task -> task.node().kind().bpmnName();
      case Subject.CallSubject _ -> "callActivity";
      case Subject.DecisionSubject _ -> "decision";
    };
  }

  private static Contract load(String folder) {
    JsonNode head = MAPPER.readTree(text(folder + "/contract.json"));
    return new Contract(
        new ContractId(head.required("kind").asString(), head.required("version").asInt()),
        head.required("title").asString(),
        strings(head.required("of")),
        text(folder + "/prompt.md"),
        MAPPER.readTree(text(folder + "/schema.json")),
        head.required("limits").valueStream().map(Profile::limit).toList(),
        head.required("checks").valueStream().map(Profile::check).toList(),
        head.required("answerTokensMax").asInt());
  }

  private static Set<String> strings(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
  }

  private static Contract.Limit limit(JsonNode limit) {
    Contract.Unit unit =
        limit.has(Contract.Unit.ITEMS.label()) ? Contract.Unit.ITEMS : Contract.Unit.SENTENCES;
    JsonNode range = limit.required(unit.label());
    return new Contract.Limit(
        limit.required("field").asString(),
        unit,
        range.required(0).asInt(),
        range.required(1).asInt());
  }

  private static Contract.Check check(JsonNode check) {
    return new Contract.Check(
        Contract.Kind.labelled(check.required("check").asString()).orElseThrow(),
        check.required("field").asString());
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
