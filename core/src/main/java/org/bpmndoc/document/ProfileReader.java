package org.bpmndoc.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bpmndoc.json.FileCheck;
import org.bpmndoc.json.LocatedJson;
import org.bpmndoc.json.LocatedJson.Members;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;

/// Reads a profile and collects everything that is wrong with it.
final class ProfileReader {

  private static final String HEAD = "profile.json";
  private static final String HOUSE_RULES = "house-rules.md";

  private static final int KINDS_MAX = 50;
  private static final int NAME_LENGTH_MAX = 80;
  private static final int CHILDREN_MAX = 1_000;
  private static final int ITEMS_MAX = 1_000;

  private final ProfileSource source;
  private final FileCheck check = new FileCheck();
  private final ProfileFiles files;

  ProfileReader(ProfileSource source) {
    this.source = source;
    this.files = new ProfileFiles(source, check);
  }

  ProfileReading read() {
    List<String> folders;
    try {
      folders = source.folders();
    } catch (IOException e) {
      check.problem(
          "profile-missing",
          SourceLocation.wholeFile(source.name("")),
          "expected a folder with a profile, found none",
          "bpmndoc profile --write DIR writes the built-in one into a folder, to begin with");
      return new ProfileReading.Refused(check.problems());
    }
    Optional<Members> head = files.json(HEAD).map(this::head);
    String name = head.map(this::name).orElse("");
    ChildLimits children = head.map(this::children).orElse(new ChildLimits(1, 1, Map.of()));
    String houseRules = houseRules();
    List<Contract> contracts = contracts(folders);
    return check.problems().stream().anyMatch(one -> one.severity() == Severity.ERROR)
        ? new ProfileReading.Refused(check.problems())
        : new ProfileReading.Read(
            new Profile(name, children, houseRules, contracts, files.texts()), check.problems());
  }

  private Members head(LocatedJson json) {
    return check.members(json, "a profile", "name", "children", "shown");
  }

  private String name(Members head) {
    return ProfileFiles.line(head, "name", NAME_LENGTH_MAX, check).orElse("");
  }

  private ChildLimits children(Members head) {
    Map<String, Integer> items = new TreeMap<>();
    members(head, "shown", "an object from fields to numbers of items")
        .ifPresent(shown ->
            shown
                .values()
                .keySet()
                .forEach(field -> items.put(field, check.count(shown, field, 0, ITEMS_MAX))));
    return members(head, "children", "an object with \"max\" and \"summariesMax\"")
        .map(children -> check.members(children, "\"children\"", "max", "summariesMax"))
        .map(children ->
            new ChildLimits(
                check.count(children, "max", 1, CHILDREN_MAX),
                check.count(children, "summariesMax", 1, CHILDREN_MAX),
                items))
        .orElse(new ChildLimits(1, 1, items));
  }

  private Optional<Members> members(Members in, String name, String expected) {
    if (in.values().get(name) instanceof Members members) {
      return Optional.of(members);
    }
    check.expected(in, name, expected);
    return Optional.empty();
  }

  /// Its own, else the built-in ones; kept with it either way.
  private String houseRules() {
    return (files.has(HOUSE_RULES)
            ? files.text(HOUSE_RULES)
            : files.keep(HOUSE_RULES, Profile.builtIn().houseRules()))
        .orElse("");
  }

  private List<Contract> contracts(List<String> folders) {
    if (folders.size() > KINDS_MAX) {
      check.problem(
          "profile-too-large",
          SourceLocation.wholeFile(source.name("")),
          "expected at most %d kinds, found %d folders".formatted(KINDS_MAX, folders.size()),
          "take out what is no kind of document");
    }
    List<ContractReader.Reading> read =
        folders.stream()
            .limit(KINDS_MAX)
            .map(folder -> new ContractReader(folder, files, check).read())
            .toList();
    types(read);
    return read.stream().flatMap(one -> one.contract().stream()).toList();
  }

  /// Each type is documented by exactly one kind. Which are by none is told once all kinds say.
  private void types(List<ContractReader.Reading> read) {
    Map<String, String> kindOf = new LinkedHashMap<>();
    for (ContractReader.Reading one : read) {
      one.of()
          .forEach((type, at) -> {
            String other = kindOf.putIfAbsent(type, one.folder());
            if (other != null) {
              check.problem(
                  "type-in-two-kinds",
                  at,
                  "expected a type that no other kind documents, found \"%s\", which is in %s, too"
                      .formatted(type, other),
                  "take it out of one of the two");
            }
          });
    }
    List<String> missing = new ArrayList<>(Profile.TYPES);
    missing.removeAll(kindOf.keySet());
    if (!missing.isEmpty() && read.stream().allMatch(ContractReader.Reading::saysAll)) {
      check.problem(
          "type-without-kind",
          SourceLocation.wholeFile(source.name("")),
          "expected a kind for every type, found none for " + String.join(", ", missing),
          "name each in the \"of\" of one contract.json");
    }
  }
}
