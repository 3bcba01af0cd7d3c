package org.bpmndoc.yaml;

import java.util.List;
import org.bpmndoc.xml.SourceLocation;

/// Something in a YAML file, as it stands there: every scalar is its text, whatever it looks like.
public sealed interface YamlValue {

  SourceLocation at();

  /// What it is, for a message: a text is quoted, the rest is named.
  default String shown() {
    return switch (this) {
      case Scalar scalar -> "\"" + scalar.text() + "\"";
      case Nothing _ -> "nothing";
      case Items _ -> "a list";
      case Members _ -> "a mapping";
      case Alias _ -> "an alias";
    };
  }

  record Scalar(SourceLocation at, String text) implements YamlValue {}

  record Nothing(SourceLocation at) implements YamlValue {}

  record Items(SourceLocation at, List<YamlValue> values) implements YamlValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /// In the order of the file; a name may be there twice.
  record Members(SourceLocation at, List<Member> values) implements YamlValue {
    public Members {
      values = List.copyOf(values);
    }
  }

  record Member(YamlValue name, YamlValue value) {}

  /// Stands for what is elsewhere in the file, which is not looked up.
  record Alias(SourceLocation at) implements YamlValue {}
}
