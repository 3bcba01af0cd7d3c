package org.bpmndoc.emulator.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bpmndoc.emulator.fault.FaultEntry.Field;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.SourceLocation;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Takes a file apart into entries of fields, each with its place. The shape is all that is looked
/// at here: a mapping with one list below `faults`, and in it mappings to text or lists of text. No
/// value is built from the file, so no tag means anything.
final class FaultsYaml {

  private static final int BYTES_MAX = 1024 * 1024;

  private final String file;
  private final List<Diagnostic> problems;

  private FaultsYaml(String file, List<Diagnostic> problems) {
    this.file = file;
    this.problems = problems;
  }

  static List<FaultEntry> entries(String file, String text, List<Diagnostic> problems) {
    return new FaultsYaml(file, problems).entries(text);
  }

  private List<FaultEntry> entries(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(BYTES_MAX)
            // One more than the text: a buffer that ends within a character is read behind its end.
            .setBufferSize(text.length() + 1)
            .build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problem(SourceLocation.wholeFile(file), "expected \"faults:\" and a list, found nothing");
        return List.of();
      }
      return list(root.get());
    } catch (MarkedYamlEngineException e) {
      problem(at(e.getProblemMark()), "expected YAML or JSON: " + e.getProblem());
    } catch (YamlEngineException e) {
      problem(SourceLocation.wholeFile(file), "expected YAML or JSON: " + e.getMessage());
    }
    return List.of();
  }

  private List<FaultEntry> list(Node root) {
    List<FaultEntry> entries = new ArrayList<>();
    if (!(root instanceof MappingNode mapping)) {
      problem(at(root), "expected \"faults:\" and a list, found " + shown(root));
      return entries;
    }
    for (NodeTuple member : mapping.getValue()) {
      String name = shown(member.getKeyNode());
      if (!name.equals("\"faults\"")) {
        problem(at(member.getKeyNode()), "expected \"faults\", found " + name);
      } else if (member.getValueNode() instanceof SequenceNode list) {
        list.getValue().forEach(item -> entry(item).ifPresent(entries::add));
      } else {
        problem(
            at(member.getValueNode()),
            "expected a list of faults, found " + shown(member.getValueNode()));
      }
    }
    return entries;
  }

  private Optional<FaultEntry> entry(Node item) {
    if (!(item instanceof MappingNode mapping)) {
      problem(at(item), "expected a fault such as {create: 1, fault: drop}, found " + shown(item));
      return Optional.empty();
    }
    int before = problems.size();
    Map<String, Field> fields = new LinkedHashMap<>();
    for (NodeTuple member : mapping.getValue()) {
      Optional<String> value = text(member.getValueNode());
      if (!(member.getKeyNode() instanceof ScalarNode name) || value.isEmpty()) {
        problem(
            at(member.getValueNode()),
            "expected a text, a number or a list of them, found " + shown(member.getValueNode()));
      } else if (fields.put(name.getValue(), new Field(at(name), value.get())) != null) {
        problem(at(name), "\"" + name.getValue() + "\" is here a second time");
      }
    }
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new FaultEntry(at(item), fields));
  }

  /// A scalar as it stands; a list of them with commas between.
  private static Optional<String> text(Node node) {
    return switch (node) {
      case ScalarNode scalar -> Optional.of(scalar.getValue().strip());
      case SequenceNode list when list.getValue().stream().allMatch(ScalarNode.class::isInstance) ->
          Optional.of(
              list.getValue().stream()
                  .map(item -> ((ScalarNode) item).getValue().strip())
                  .collect(Collectors.joining(", ")));
      default -> Optional.empty();
    };
  }

  private static String shown(Node node) {
    return switch (node) {
      case ScalarNode scalar -> "\"" + scalar.getValue() + "\"";
      case SequenceNode _ -> "a list";
      default -> "a mapping";
    };
  }

  private void problem(SourceLocation at, String message) {
    problems.add(FaultsFile.problem(at, message));
  }

  private SourceLocation at(Node node) {
    return at(node.getStartMark());
  }

  private SourceLocation at(Optional<Mark> mark) {
    return mark.map(place -> new SourceLocation(file, place.getLine() + 1, place.getColumn() + 1))
        .orElseGet(() -> SourceLocation.wholeFile(file));
  }
}
