package org.bpmndoc.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Diagnostic.Severity;
import org.bpmndoc.xml.SourceLocation;
import org.bpmndoc.yaml.YamlValue.Member;
import org.bpmndoc.yaml.YamlValue.Members;
import org.bpmndoc.yaml.YamlValue.Scalar;

/// Everything that is wrong with files that people write, each with its line, what was expected and
/// what was found.
public final class YamlProblems {

  private final String code;
  private final String hint;
  private final int max;
  private final List<Diagnostic> all = new ArrayList<>();

  /// `code` is that of all of them, `hint` for those that have none of their own. After `max` of
  /// them no more are kept.
  public YamlProblems(String code, String hint, int max) {
    this.code = code;
    this.hint = hint;
    this.max = max;
  }

  /// A member of a mapping; `at` is where its name stands.
  public record Named(String name, SourceLocation at, YamlValue value) {}

  /// Those of a mapping, each name once.
  public List<Named> members(YamlValue value, String expected) {
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

  public void expected(String what, YamlValue found) {
    add(found.at(), "expected " + what + ", found " + found.shown());
  }

  public void add(SourceLocation at, String message) {
    add(at, message, hint);
  }

  public void add(SourceLocation at, String message, String ownHint) {
    if (all.size() < max) {
      all.add(new Diagnostic(Severity.ERROR, code, at, message, ownHint));
    }
  }

  public int count() {
    return all.size();
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /// In the order of the file.
  public List<Diagnostic> all() {
    return all.stream().sorted().toList();
  }
}
