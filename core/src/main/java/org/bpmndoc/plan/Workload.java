package org.bpmndoc.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.xml.Diagnostic;

/// Subjects described by numbers instead of BPMN, to plan what is not there yet.
///
/// `levels` go from the leaves up. A subject of one level depends on its share of the level below:
/// the subjects there are dealt out in order, evenly; where there are fewer of them, several
/// subjects depend on the same one. `diagnostics` are remarks on a file that could be used.
public record Workload(
    Path file, List<Level> levels, ModelPrice price, List<Diagnostic> diagnostics) {

  public Workload {
    levels = List.copyOf(levels);
    diagnostics = List.copyOf(diagnostics);
  }

  /// Subjects of one height that are alike. `sharedPrefixTokens` are those of the input that all of
  /// them begin with.
  public record Level(String name, int subjects, TokenEstimate tokens, int sharedPrefixTokens) {}

  /// One subject, by its level's height and name, counted from 1.
  public record Subject(int height, String level, int number) {
    @Override
    public String toString() {
      return level + "-" + number;
    }
  }

  /// Reads a workload file as docs describe it:
  /// `{"inputPerMTok":3,"outputPerMTok":15,"levels":[…]}`.
  public static Workload read(Path file) throws UnusableFileException {
    return WorkloadFile.parse(file, LocatedJson.read(file));
  }

  public DependencyGraph<Subject> graph() {
    List<Subject> all = new ArrayList<>();
    for (int height = 0; height < levels.size(); height++) {
      for (int i = 0; i < levels.get(height).subjects(); i++) {
        all.add(subject(height, i));
      }
    }
    return DependencyGraph.of(all, this::share);
  }

  public TokenEstimate estimate(Subject subject) {
    return levels.get(subject.height()).tokens();
  }

  private Subject subject(int height, int index) {
    return new Subject(height, levels.get(height).name(), index + 1);
  }

  private List<Subject> share(Subject parent) {
    if (parent.height() == 0) {
      return List.of();
    }
    int below = parent.height() - 1;
    long parents = levels.get(parent.height()).subjects();
    long children = levels.get(below).subjects();
    int from = (int) ((parent.number() - 1) * children / parents);
    int to = (int) (parent.number() * children / parents);
    return IntStream.range(from, Math.max(from + 1, to))
        .mapToObj(index -> subject(below, index))
        .toList();
  }
}
