package org.bpmndoc.landscape;

import java.util.regex.Pattern;

/// The call map in the language of Graphviz. Whatever a file says stays text: quotes, escapes and
/// entities mean nothing in it.
public final class CallMapDot {

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private CallMapDot() {}

  public static String of(CallMap map) {
    StringBuilder text =
        new StringBuilder(
            """
            digraph calls {
              rankdir=LR
              node [shape=box, fontname="sans-serif"]
              edge [fontname="sans-serif"]
            """);
    map.nodes().forEach(node -> text.append(node(node)));
    map.edges().forEach(edge -> text.append(edge(edge)));
    return text.append("}\n").toString();
  }

  private static String node(CallMap.Node node) {
    String style =
        switch (node.kind()) {
          case PROCESS -> "";
          case SHARED -> ", penwidth=2";
          case OUTSIDE -> ", style=dashed";
        };
    return "  %s [label=\"%s\\n%s\"%s]\n"
        .formatted(node.id(), escaped(node.name()), escaped(node.detail()), style);
  }

  private static String edge(CallMap.Edge edge) {
    String label = edge.label().isEmpty() ? "" : "label=\"" + edge.label() + "\"";
    String style = edge.recursion() ? ", style=dashed, constraint=false" : "";
    String attributes = label.isEmpty() ? "" : " [" + label + style + "]";
    return "  %s -> %s%s\n".formatted(edge.from(), edge.to(), attributes);
  }

  private static String escaped(String text) {
    return UNPRINTABLE
        .matcher(text)
        .replaceAll("\uFFFD")
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("&", "&amp;");
  }
}
