package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.Subject;
import org.bpmndoc.landscape.SubjectId;

/// The processes of a landscape from the roots, with their sub-processes and the processes they
/// call.
///
/// What a process is made of is shown where it comes first. Limited in lines and in depth, so that
/// the first page stays small; what is left out is on the [ProcessList].
final class ProcessTree {

  private static final int LINES_MAX = 400;
  private static final int DEPTH_MAX = 12;
  private static final int OPEN_LINES_MAX = 100;
  private static final int OPEN_DEPTH = 2;

  private final SiteMap map;
  private final Set<SubjectId> shown = new HashSet<>();
  private int lines;

  /// `call` is the name of the call activity that leads here. `leaves` counts the parts that are
  /// neither sub-processes nor processes. `isRepeated` where the subject stands further up already.
  /// `more` counts the branches for which there is no room.
  record Branch(
      Entry entry,
      Optional<String> call,
      int leaves,
      boolean isRepeated,
      List<Branch> branches,
      int more) {}

  private ProcessTree(SiteMap map) {
    this.map = map;
  }

  static List<Branch> of(SiteMap map) {
    ProcessTree tree = new ProcessTree(map);
    List<Branch> branches = new ArrayList<>();
    for (SubjectId root : map.landscape().callGraph().roots()) {
      if (tree.lines < LINES_MAX) {
        branches.add(tree.branch(root, Optional.empty(), 1));
      }
    }
    return branches;
  }

  /// Down to which depth branches are open: none where a reader would have to scroll past them all.
  static int open(List<Branch> branches) {
    return size(branches) > OPEN_LINES_MAX ? 0 : OPEN_DEPTH;
  }

  static int size(List<Branch> branches) {
    return branches.stream().mapToInt(branch -> 1 + size(branch.branches())).sum();
  }

  private Branch branch(SubjectId id, Optional<String> call, int depth) {
    lines++;
    boolean first = shown.add(id);
    List<Landscape.Part> parts = map.landscape().parts(id);
    List<Branch> branches = new ArrayList<>();
    int leaves = 0;
    int more = 0;
    for (Landscape.Part part : parts) {
      switch (map.landscape().subject(part.subject())) {
        case Subject.TaskSubject _, Subject.CallSubject _, Subject.DecisionSubject _ -> leaves++;
        case Subject.ProcessSubject _, Subject.SubProcessSubject _ -> {
          if (first && depth < DEPTH_MAX && lines < LINES_MAX) {
            branches.add(branch(part.subject(), call(id, part), depth + 1));
          } else if (first) {
            more++;
          }
        }
      }
    }
    return new Branch(map.entry(id), call, leaves, !first, branches, more);
  }

  private Optional<String> call(SubjectId container, Landscape.Part part) {
    return map.landscape().subject(part.subject()) instanceof Subject.ProcessSubject
        ? Optional.of(map.nodeName(container, part.elementId()))
        : Optional.empty();
  }
}
