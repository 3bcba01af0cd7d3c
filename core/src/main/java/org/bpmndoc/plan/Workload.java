package org.bpmndoc.plan;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.json.LocatedJson;
import org.bpmndoc.json.UnusableFileException;

/// Subjects described by numbers instead of BPMN, to plan what is not there yet.
///
/// `levels` go from the leaves up. A subject of one level depends on its share of the level below:
/// the subjects there are dealt out in order, evenly; where there are fewer of them, several
/// subjects depend on the same one.
public record Workload(Path file, List<Level> levels, ModelPrice price) {

  public Workload {
    levels = List.copyOf(levels);
  }

  /// Subjects of one height that are alike. `sharedPrefixTokens` are those of the input that all
  /// subjects of the same `contract` begin with; where a file names no contract, the level is one
  /// by itself.
  public record Level(
      String name, String contract, int subjects, TokenEstimate tokens, int sharedPrefixTokens) {

    private Optional<Needs.SharedPrefix> prefix() {
      return Optional.of(new Needs.SharedPrefix(contract, sharedPrefixTokens))
          .filter(prefix -> prefix.tokens() > 0);
    }
  }

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

  /// What the file says, taken as certain. Nothing is stored of such subjects, so that a parent
  /// that does not wait for its children is taken to be as large as one that does.
  public Needs<Subject> needs() {
    return new Needs<>() {
      @Override
      public TokenEstimate tokens(Subject subject, ChildrenSeen seen) {
        return levels.get(subject.height()).tokens();
      }

      @Override
      public ModelPrice price(Subject subject) {
        return price;
      }

      @Override
      public Optional<SharedPrefix> prefix(Subject subject) {
        return levels.get(subject.height()).prefix();
      }

      @Override
      public BigDecimal costSpread() {
        return BigDecimal.ONE;
      }
    };
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
