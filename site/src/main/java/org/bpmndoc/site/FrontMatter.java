package org.bpmndoc.site;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What programs may want to know about a page, as YAML before its text. Every value is a quoted
/// string, so that no reader takes `no` or a date for something else; what is empty is left out.
final class FrontMatter {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int VALUE_MAX = 1_000;

  private FrontMatter() {}

  /// The names of values are ours.
  static String of(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> Map.entry(value.getKey(), MarkdownText.line(value.getValue())))
        .filter(value -> !value.getValue().isEmpty())
        .map(value -> value.getKey() + ": " + quoted(value.getValue()) + "\n")
        .collect(Collectors.joining("", "---\n", "---"));
  }

  /// A string of JSON is one of YAML, once what YAML calls unprintable is gone.
  private static String quoted(String line) {
    return MAPPER.writeValueAsString(
        line.codePointCount(0, line.length()) <= VALUE_MAX
            ? line
            : line.substring(0, line.offsetByCodePoints(0, VALUE_MAX)) + " …");
  }
}
