package org.bpmndoc.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Where the boxes and lines of a drawing go: what leads to nothing at the right, everything else
/// left of all it leads to, by ELK's layered algorithm. The same input gives the same coordinates.
record MapLayout(int width, int height, List<Box> boxes, List<List<Point>> lines) {

  private static final int SEED = 1;
  private static final double MARGIN = 16;

  /// Up to so many lines, boxes stand where lines are shortest; finding that takes minutes where
  /// there are some thousand.
  private static final int EXACT_MAX = 300;

  record Size(int width, int height) {}

  record Box(int x, int y, int width, int height) {
    static Box of(ElkNode node) {
      return new Box(
          rounded(node.getX()),
          rounded(node.getY()),
          rounded(node.getWidth()),
          rounded(node.getHeight()));
    }
  }

  record Point(int x, int y) {
    static Point of(double x, double y) {
      return new Point(rounded(x), rounded(y));
    }
  }

  /// A line from one box to another, both by their number. One that is not followed leads back.
  record Arc(int from, int to, boolean followed) {}

  static MapLayout of(List<Size> sizes, List<Arc> arcs) {
    ElkNode graph = graph(arcs.size());
    List<ElkNode> nodes = new ArrayList<>();
    for (Size size : sizes) {
      ElkNode node = ElkGraphUtil.createNode(graph);
      node.setDimensions(size.width(), size.height());
      nodes.add(node);
    }
    List<ElkEdge> edges = arcs.stream().map(arc -> edge(nodes, arc)).toList();
    new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
    List<List<Point>> lines = new ArrayList<>();
    for (int i = 0; i < arcs.size(); i++) {
      lines.add(arcs.get(i).followed() ? points(edges.get(i)) : points(edges.get(i)).reversed());
    }
    return new MapLayout(
        rounded(graph.getWidth()),
        rounded(graph.getHeight()),
        nodes.stream().map(Box::of).toList(),
        lines);
  }

  private static ElkNode graph(int arcs) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    ElkNode graph = ElkGraphUtil.createGraph();
    graph.setProperty(LayeredOptions.RANDOM_SEED, SEED);
    graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.MERGE_EDGES, true);
    graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
    graph.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY,
        arcs <= EXACT_MAX
            ? NodePlacementStrategy.NETWORK_SIMPLEX
            : NodePlacementStrategy.BRANDES_KOEPF);
    graph.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 26.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 44.0);
    graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 40.0);
    return graph;
  }

  /// What leads back is laid out the other way round, so that nothing but what is followed decides
  /// what stands left of what. It has ends of its own, where all others share theirs.
  private static ElkEdge edge(List<ElkNode> nodes, Arc arc) {
    ElkNode from = nodes.get(arc.from());
    ElkNode to = nodes.get(arc.to());
    return arc.followed()
        ? ElkGraphUtil.createSimpleEdge(from, to)
        : ElkGraphUtil.createSimpleEdge(ElkGraphUtil.createPort(to), ElkGraphUtil.createPort(from));
  }

  private static List<Point> points(ElkEdge edge) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(Point.of(section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(Point.of(bend.getX(), bend.getY()));
      }
      points.add(Point.of(section.getEndX(), section.getEndY()));
    }
    return Collections.unmodifiableList(points);
  }

  private static int rounded(double number) {
    return (int) Math.round(number);
  }
}
