package org.bpmndoc.landscape;

/// The call map in the language of Mermaid. Of what a file says only letters, digits and blanks are
/// written as they are; everything else could be syntax, markdown or HTML somewhere on the way to a
/// picture, and is written by its number.
public final class CallMapMermaid {

  private CallMapMermaid() {}

  public static String of(CallMap map) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    map.nodes().forEach(node -> text.append(node(node)));
    map.edges().forEach(edge -> text.append(edge(edge)));
    return text.append("  classDef shared stroke-width:3px\n")
        .append("  classDef outside stroke-dasharray:5 5\n")
        .toString();
  }

  private static String node(CallMap.Node node) {
    String style =
        switch (node.kind()) {
          case PROCESS -> "";
          case SHARED -> ":::shared";
          case OUTSIDE -> ":::outside";
        };
    return "  %s[\"%s<br>%s\"]%s\n"
        .formatted(node.id(), escaped(node.name()), escaped(node.detail()), style);
  }

  private static String edge(CallMap.Edge edge) {
    String arrow = edge.recursion() ? "-.->" : "-->";
    String label = edge.label().isEmpty() ? "" : "|" + edge.label() + "|";
    return "  %s %s%s %s\n".formatted(edge.from(), arrow, label, edge.to());
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (c == ' ' || Character.isLetterOrDigit(c)) {
            escaped.appendCodePoint(c);
          } else if (isPrintable(c)) {
            escaped.append('#').append(c).append(';');
          } else {
            escaped.append('\uFFFD');
          }
        });
    return escaped.toString();
  }

  /// Control characters, and marks that turn the direction of writing, would still be what they
  /// are.
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
