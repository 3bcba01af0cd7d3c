package org.bpmndoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LandscapeCommandTest {

  private static final Path MORTGAGE = Invocation.ROOT.resolve("examples/mortgage");

  private static Invocation landscape(String... options) {
    Object[] args = new Object[options.length + 2];
    args[0] = "landscape";
    args[1] = MORTGAGE;
    System.arraycopy(options, 0, args, 2, options.length);
    return Invocation.Shell.empty().run(args);
  }

  @Test
  void what_to_look_at_comes_before_the_tree() {
    String text = landscape().out();

    assertThat(text).startsWith(MORTGAGE + "\n\nTo look at: 1 warning, 1 note\n");
    assertThat(text.indexOf("hint:")).isLessThan(text.indexOf("Processes and whom they call"));
    assertThat(landscape("--format", "text").out()).isEqualTo(text);
  }

  @Test
  void the_call_map_is_printed_for_graphviz_and_for_mermaid() {
    assertThat(landscape("--format", "dot").out())
        .startsWith("digraph calls {\n")
        .contains("style=dashed", "penwidth=2", "recursion")
        .endsWith("}\n");
    assertThat(landscape("--format", "mermaid").out())
        .startsWith("flowchart LR\n")
        .contains(":::outside", ":::shared", "-.->|recursion|");
  }

  @Test
  void json_is_one_format_of_several() {
    assertThat(landscape("--format", "json").out()).isEqualTo(landscape("--json").out());

    Invocation both = landscape("--json", "--format", "dot");

    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).contains("--json and --format");
  }
}
