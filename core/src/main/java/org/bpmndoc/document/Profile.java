package org.bpmndoc.document;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bpmndoc.bpmn.FlowNode;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.xml.Diagnostic;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A set of contracts, and which of them each subject is documented by: that whose `of` has the
/// type of its element. Each of [#TYPES] has one.
///
/// `houseRules` stand in the prompts of all contracts, `children` limits what a parent is shown. A
/// profile is data: a folder with `profile.json`, and for each kind a folder with `contract.json`,
/// `schema.json` and `prompt.md`. The built-in one lies beside this class and is read as any other;
/// [ProfileReading] does that.
public final class Profile {

  /// What can be documented: BPMN's names for elements, and `decision`.
  public static final List<String> TYPES =
      Stream.of(
              Stream.of("process"),
              Arrays.stream(FlowNode.SubProcessKind.values())
                  .map(FlowNode.SubProcessKind::bpmnName),
              Arrays.stream(FlowNode.TaskKind.values()).map(FlowNode.TaskKind::bpmnName),
              Stream.of("callActivity", "decision"))
          .flatMap(types -> types)
          .toList();

  private final String name;
  private final ChildLimits children;
  private final String houseRules;
  private final List<Contract> contracts;
  private final Map<String, String> files;
  private final Map<String, Contract> byType = new LinkedHashMap<>();

  /// `files` are the texts that it was read from, by their paths in its folder.
  Profile(
      String name,
      ChildLimits children,
      String houseRules,
      List<Contract> contracts,
      Map<String, String> files) {
    this.name = name;
    this.children = children;
    this.houseRules = houseRules;
    this.contracts = List.copyOf(contracts);
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    contracts.forEach(contract -> contract.of().forEach(type -> byType.put(type, contract)));
  }

  /// Feature Goal for processes and sub-processes, Business Rule for decisions and for business
  /// rule tasks whose decision is not in the landscape, Epic for all other tasks and for calls
  /// whose process is not in the landscape.
  public static Profile builtIn() {
    return BuiltIn.PROFILE;
  }

  private static final class BuiltIn {
    private static final Profile PROFILE =
        switch (ProfileReading.of(new ProfileSource.BuiltIn())) {
          case ProfileReading.Read read -> read.profile();
          case ProfileReading.Refused refused ->
              throw new IllegalStateException(
                  "the built-in profile is broken:\n"
                      + refused.problems().stream()
                          .map(Diagnostic::toText)
                          .collect(Collectors.joining("\n")));
        };
  }

  public String name() {
    return name;
  }

  public ChildLimits children() {
    return children;
  }

  public String houseRules() {
    return houseRules;
  }

  public List<Contract> contracts() {
    return contracts;
  }

  /// What its documents are called in files and options.
  public List<String> kinds() {
    return contracts().stream().map(contract -> contract.id().kind()).toList();
  }

  /// The texts that it was read from, by their paths in its folder: whoever has them has it.
  public Map<String, String> files() {
    return files;
  }

  public Contract contractFor(Subject subject) {
    Contract contract = byType.get(type(subject));
    if (contract == null) {
      throw new IllegalStateException("the profile has no contract for a " + type(subject));
    }
    return contract;
  }

  /// The SHA-256, in hex, of all that makes a difference to documents: neither its name nor the
  /// order or layout of its files.
  public String digest() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("max", children.max()).put("summariesMax", children.summariesMax());
    ObjectNode items = json.putObject("items");
    children.items().forEach(items::put);
    json.put("houseRules", houseRules);
    contracts.stream()
        .sorted(Comparator.comparing(contract -> contract.id().kind()))
        .forEach(contract -> json.set(contract.id().kind(), digested(contract)));
    return CanonicalJson.digest(json);
  }

  private static ObjectNode digested(Contract contract) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", contract.id().toString())
            .put("title", contract.title())
            .put("of", contract.of().stream().sorted().toList().toString())
            .put("instructions", contract.instructions())
            .put("limits", contract.limits().toString())
            .put("checks", contract.checks().toString())
            .put("answerTokensMax", contract.answerTokensMax());
    json.set("schema", contract.schema());
    return json;
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
}
