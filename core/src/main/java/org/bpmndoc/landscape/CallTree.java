package org.bpmndoc.landscape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bpmndoc.graph.DependencyGraph;

/// The tree of processes from the roots, indented. A process with several callers is marked, and
/// what it calls is shown once. Limited to so many lines, and thereby in depth.
final class CallTree {

  private static final int LINES_MAX = 200;

  private final DependencyGraph<SubjectId> callGraph;
  private final Map<SubjectId, Subject> subjects;
  private final List<String> lines = new ArrayList<>();
  private final Set<SubjectId> shown = new HashSet<>();

  private CallTree(DependencyGraph<SubjectId> callGraph, Map<SubjectId, Subject> subjects) {
    this.callGraph = callGraph;
    this.subjects = subjects;
  }

  static List<String> of(DependencyGraph<SubjectId> callGraph, Map<SubjectId, Subject> subjects) {
    CallTree tree = new CallTree(callGraph, subjects);
    callGraph.roots().forEach(root -> tree.add(root, 1));
    int hidden = callGraph.nodes().size() - tree.shown.size();
    if (hidden > 0) {
      tree.lines.add("  … and " + hidden + " more");
    }
    return tree.lines;
  }

  private void add(SubjectId process, int depth) {
    if (lines.size() >= LINES_MAX) {
      return;
    }
    boolean first = shown.add(process);
    lines.add("  ".repeat(depth) + label(process) + mark(process, first));
    if (first) {
      callGraph.children(process).forEach(child -> add(child, depth + 1));
      callGraph.cuts().stream()
          .filter(cut -> cut.parent().equals(process))
          .limit(Math.max(0, LINES_MAX - lines.size()))
          .forEach(cut -> lines.add("  ".repeat(depth + 1) + label(cut.child()) + "  (recursion)"));
    }
  }

  private String mark(SubjectId process, boolean first) {
    int callers = callGraph.allParents(process).size();
    if (!first) {
      return callGraph.children(process).isEmpty() ? "  (again)" : "  (again, see above)";
    }
    return callers > 1 ? "  (called by " + callers + ")" : "";
  }

  /// Name and file, without its folders; the paths are in the JSON.
  private String label(SubjectId process) {
    Subject subject = subjects.get(process);
    String name = subject == null ? process.value() : subject.element().label();
    String file = process.file();
    return name + "  " + file.substring(file.lastIndexOf('/') + 1);
  }
}
