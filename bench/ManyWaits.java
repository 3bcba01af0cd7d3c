import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bpmndoc.graph.DependencyGraph;
import org.bpmndoc.graph.WaitOptimum;

/// Finds what to send by batch for all numbers of waits, in a graph made by chance: eight layers, each
/// a third of the one below, and for each node one parent in the next layer and others, up to the
/// number on average, anywhere above.
final class ManyWaits {

  private static final int LAYERS = 8;
  private static final double SHRINK = 1 / 3.0;

  private ManyWaits() {}

  public static void main(String[] args) {
    int nodes = Integer.parseInt(args[0]);
    double parents = Double.parseDouble(args[1]);
    Random random = new Random(1);
    List<Set<Integer>> children = children(nodes, parents, random);
    long[] weights = random.longs(nodes, 1, 100_000).toArray();
    DependencyGraph<Integer> graph =
        DependencyGraph.of(IntStream.range(0, nodes).boxed().toList(), children::get);

    long start = System.nanoTime();
    WaitOptimum<Integer> optimum = WaitOptimum.of(graph, _ -> true, node -> weights[node]);
    List<WaitOptimum.Family<Integer>> families =
        IntStream.rangeClosed(0, optimum.waitsMax()).mapToObj(optimum::atMost).toList();
    double seconds = (System.nanoTime() - start) / 1e9;

    System.out.printf(
        "%,d nodes, %,d arcs, 0 to %d waits: %.1f s, %s%n",
        nodes,
        graph.edgeCount(),
        optimum.waitsMax(),
        seconds,
        families.stream().allMatch(WaitOptimum.Family::isExact) ? "exact" : "not exact");
  }

  private static List<Set<Integer>> children(int nodes, double parents, Random random) {
    List<Set<Integer>> children =
        Stream.<Set<Integer>>generate(TreeSet::new).limit(nodes).toList();
    int[] from = layers(nodes);
    for (int layer = 0; layer < LAYERS - 1; layer++) {
      for (int node = from[layer]; node < from[layer + 1]; node++) {
        children.get(random.nextInt(from[layer + 1], from[layer + 2])).add(node);
        for (double more = parents - 1; more > 0; more--) {
          if (random.nextDouble() < more) {
            children.get(random.nextInt(from[layer + 1], nodes)).add(node);
          }
        }
      }
    }
    return children;
  }

  /// Where each layer begins, the leaves' first.
  private static int[] layers(int nodes) {
    List<Integer> from = new ArrayList<>(List.of(0));
    for (int layer = 1; layer < LAYERS; layer++) {
      int last = from.getLast();
      from.add(last + (int) ((nodes - last) * (1 - SHRINK)));
    }
    from.add(nodes);
    return from.stream().mapToInt(Integer::intValue).toArray();
  }
}
