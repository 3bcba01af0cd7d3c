package org.bpmndoc.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.YamlValue;
import org.bpmndoc.yaml.YamlValue.Member;
import org.bpmndoc.yaml.YamlValue.Members;
import org.bpmndoc.yaml.YamlValue.Scalar;

/// Everything that is wrong with one file, each with its line, what was expected and what was
/// found.
final class OverrideProblems {

  private static final int MAX = 20;

  private final String hint;
  private final List<Diagnostic> all = new ArrayList<>();

  /// `hint` is for those that have none of their own.
  OverrideProblems(String hint) {
    this.hint = hint;
  }

  /// A member of a mapping; `at` is where its name stands.
  record Named(String name, SourceLocation at, YamlValue value) {}

  /// Those of a mapping, each name once.
  List<Named> members(YamlValue value, String expected) {
    List<Named> named = new ArrayList<>();
    if (!(value instanceof Members members)) {
      expected(expected, value);
      return named;
    }
    Set<String> names = new HashSet<>();
    for (Member member : members.values()) {
      if (!(member.name() instanceof Scalar name)) {
        expected(expected, member.name());
      } else if (!names.add(name.text())) {
        add(name.at(), "\"" + name.text() + "\" is here a second time");
      } else {
        named.add(new Named(name.text(), name.at(), member.value()));
      }
    }
    return named;
  }

  void expected(String what, YamlValue found) {
    add(found.at(), "expected " + what + ", found " + found.shown());
  }

  void add(SourceLocation at, String message) {
    add(at, message, hint);
  }

  void add(SourceLocation at, String message, String ownHint) {
    if (all.size() < MAX) {
      all.add(new Diagnostic(Severity.ERROR, OverrideFile.BROKEN, at, message, ownHint));
    }
  }

  int count() {
    return all.size();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /// In the order of the file.
  List<Diagnostic> all() {
    return all.stream().sorted().toList();
  }
}
