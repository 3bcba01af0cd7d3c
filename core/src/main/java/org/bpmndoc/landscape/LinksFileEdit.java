package org.bpmndoc.landscape;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bpmndoc.landscape.LinksFileUpdate.Line;
import tools.jackson.databind.json.JsonMapper;

/// Adds lines to the text of a links file and leaves every character of the rest as it is.
final class LinksFileEdit {

  private static final String NEW_FILE =
      """
      # Which process each call activity calls. What stands here wins over every rule:
      # CALL: PROCESS, or CALL: none.
      """;

  private static final String MARK = "# proposed by bpmndoc; what you leave here is your word";

  /// What needs no quotes as a key or a value of YAML.
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./-]*(#[A-Za-z0-9_./~-]*)?");

  private LinksFileEdit() {}

  /// The text with the lines, below its other links or else at its end.
  static String with(String text, LinksYaml yaml, List<Line> lines) {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    Optional<LinksYaml.Block> block = yaml.block();
    if (block.isPresent()) {
      int at = lineEnd(text, text.offsetByCodePoints(0, block.get().end()));
      return begun(text.substring(0, at), end)
          + written(lines, block.get().indent(), end)
          + text.substring(at);
    }
    String before = text.isBlank() ? text + NEW_FILE.replace("\n", end) : begun(text, end);
    return before
        + " ".repeat(yaml.rootIndent())
        + LinksYaml.LINKS
        + ":"
        + end
        + written(lines, yaml.rootIndent() + LinksYaml.INDENT, end);
  }

  /// Behind the line break that ends the line.
  private static int lineEnd(String text, int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline + 1;
  }

  private static String begun(String text, String end) {
    return text.endsWith("\n") ? text : text + end;
  }

  private static String written(List<Line> lines, int indent, String end) {
    String space = " ".repeat(indent);
    return space
        + MARK
        + end
        + lines.stream()
            .map(line ->
                space
                    + quoted(line.call())
                    + ": "
                    + quoted(line.process())
                    + "  # "
                    + line.remark().replaceAll("\\p{C}", " ")
                    + end)
            .collect(Collectors.joining());
  }

  /// JSON's quotes are YAML's too.
  private static String quoted(String text) {
    return PLAIN.matcher(text).matches() ? text : JsonMapper.shared().writeValueAsString(text);
  }
}
