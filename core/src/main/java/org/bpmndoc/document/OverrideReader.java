package org.bpmndoc.document;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bpmndoc.document.OverrideFile.Standing;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.TextFile;
import org.bpmndoc.yaml.YamlProblems;
import org.bpmndoc.yaml.YamlTree;
import org.bpmndoc.yaml.YamlValue;
import org.bpmndoc.yaml.YamlValue.Scalar;

/// Makes what people wrote out of one file after the other, and collects everything that is wrong
/// with each. Only the first file about a subject is right.
final class OverrideReader {

  /// Of all files together.
  static final long CHARACTERS_MAX = 64L * 1024 * 1024;

  private static final int PROBLEMS_MAX = 20;

  static final String REFERENCE = "docs/how-to/correct-a-document.md shows what the file holds";

  private static final String SUBJECT = "subject";
  private static final String REPLACE = "replace";
  private static final String EXTEND = "extend";
  private static final String KEYS =
      "\"subject\", \"replace\", \"extend\", \"owner\", \"version\" or \"review\"";

  private final Landscape landscape;
  private final Profile profile;
  private final Function<Subject, Map<String, String>> aliases;
  private final Map<ContractId, ContractSchema> schemas = new HashMap<>();
  private final Map<String, String> fileOf = new HashMap<>();
  private long characters;

  OverrideReader(
      Landscape landscape, Profile profile, Function<Subject, Map<String, String>> aliases) {
    this.landscape = landscape;
    this.profile = profile;
    this.aliases = aliases;
  }

  OverrideFile read(String name, TextFile file) {
    YamlProblems problems = new YamlProblems(OverrideFile.BROKEN, REFERENCE, PROBLEMS_MAX);
    Said said = new Said(new StewardshipReader(problems));
    switch (file) {
      case TextFile.Refused refused ->
          problems.add(SourceLocation.wholeFile(name), refused.message(), refused.hint());
      case TextFile.Text text -> take(name, text.value(), said, problems);
    }
    Standing standing = standing(name, said, problems);
    said.subject.ifPresent(subject -> fileOf.putIfAbsent(subject.text(), name));
    return new OverrideFile(
        name,
        said.subject.map(Scalar::text),
        names(said.replace),
        names(said.extend),
        said.stewardship.stewardship(),
        problems.isEmpty() ? standing : new Standing.Broken(problems.all()));
  }

  /// One file, as it stands there.
  private static final class Said {
    private Optional<Scalar> subject = Optional.empty();
    private List<YamlProblems.Named> replace = List.of();
    private List<YamlProblems.Named> extend = List.of();
    private final StewardshipReader stewardship;

    private Said(StewardshipReader stewardship) {
      this.stewardship = stewardship;
    }

    private boolean isNothing() {
      return replace.isEmpty() && extend.isEmpty() && stewardship.stewardship().isEmpty();
    }
  }

  private void take(String name, String text, Said said, YamlProblems problems) {
    characters += text.length();
    if (characters > CHARACTERS_MAX) {
      problems.add(
          SourceLocation.wholeFile(name),
          "expected at most 64 MiB in all files together, found more; it is not read");
      return;
    }
    switch (YamlTree.of(name, text)) {
      case YamlTree.Unreadable(var trouble) -> problems.add(trouble.at(), trouble.message());
      case YamlTree.Read(var root) -> take(root, said, problems);
    }
  }

  private static void take(YamlValue root, Said said, YamlProblems problems) {
    for (YamlProblems.Named member : problems.members(root, KEYS)) {
      switch (member.name()) {
        case SUBJECT -> {
          if (member.value() instanceof Scalar scalar && isId(scalar.text())) {
            said.subject = Optional.of(scalar);
          } else {
            problems.expected("FILE#ELEMENT such as order.bpmn#Task_1", member.value());
          }
        }
        case REPLACE -> said.replace = problems.members(member.value(), "fields of the document");
        case EXTEND -> said.extend = problems.members(member.value(), "fields of the document");
        default -> {
          if (!said.stewardship.take(member)) {
            problems.add(member.at(), "expected " + KEYS + ", found \"" + member.name() + "\"");
          }
        }
      }
    }
    if (problems.isEmpty() && said.subject.isEmpty()) {
      problems.add(root.at(), "expected \"subject\", the id of what this is about, found none");
    }
    if (problems.isEmpty() && said.isNothing()) {
      problems.add(
          root.at(),
          "expected a field to replace or to extend, or an owner, a version or a review, found"
              + " none");
    }
    Set<String> replaced = new LinkedHashSet<>(names(said.replace));
    said.extend.stream()
        .filter(member -> replaced.contains(member.name()))
        .forEach(member ->
            problems.add(
                member.at(),
                "\"%s\" is replaced already; write everything there".formatted(member.name())));
  }

  private static boolean isId(String text) {
    return text.lastIndexOf('#') >= 1;
  }

  private Standing standing(String name, Said said, YamlProblems problems) {
    if (said.subject.isEmpty()) {
      return new Standing.Broken(List.of());
    }
    Scalar subject = said.subject.get();
    Optional.ofNullable(fileOf.get(subject.text()))
        .ifPresent(other ->
            problems.add(
                subject.at(),
                "expected one file for each subject; %s is in %s too"
                    .formatted(subject.text(), other),
                "put both into one file"));
    SubjectId id = new SubjectId(subject.text());
    if (!landscape.subjects().containsKey(id)) {
      return new Standing.SubjectGone(subject.at(), nearest(id));
    }
    return new Standing.Applies(override(landscape.subject(id), name, said, problems));
  }

  private SubjectOverride override(Subject subject, String name, Said said, YamlProblems problems) {
    Contract contract = profile.contractFor(subject);
    ContractSchema schema =
        schemas.computeIfAbsent(contract.id(), _ -> new ContractSchema(contract));
    OverrideFields fields = new OverrideFields(schema, aliases.apply(subject), problems);
    return new SubjectOverride(
        subject.id(),
        name,
        fields.replaced(said.replace),
        fields.extended(said.extend),
        said.stewardship.stewardship());
  }

  /// The one subject with the same element in another file, or with that id but for capitals and
  /// punctuation in the same file.
  private Optional<SubjectId> nearest(SubjectId gone) {
    return theOne(known -> known.element().equals(gone.element()))
        .or(() ->
            theOne(known ->
                known.file().equals(gone.file())
                    && plain(known.element()).equals(plain(gone.element()))));
  }

  private Optional<SubjectId> theOne(Predicate<SubjectId> alike) {
    List<SubjectId> found = landscape.subjects().keySet().stream().filter(alike).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static String plain(String element) {
    return element.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static List<String> names(List<YamlProblems.Named> members) {
    return members.stream().map(YamlProblems.Named::name).toList();
  }
}
