package org.bpmndoc.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.annotate.Annotated.Edited;
import org.bpmndoc.annotate.Annotated.Refused;
import org.bpmndoc.annotate.Annotated.What;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.xml.OwnText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of what is there already, of hostile words and of files that are not what they
/// were.
class AnnotatingTest {

  private static final String PROCESS =
      "<bpmn:process id=\"p\"><bpmn:task"
          + " id=\"t\">%s<bpmn:incoming>f</bpmn:incoming></bpmn:task></bpmn:process>";
  private static final SubjectId TASK = new SubjectId(Models.FILE + "#t");
  private static final Wish.Remove REMOVE = new Wish.Remove(Optional.empty());

  @TempDir private Path folder;

  private static String ours(String text) {
    return documentation(OwnText.format(text), text);
  }

  private static String documentation(String format, String text) {
    return "<bpmn:documentation textFormat=\"%s\">%s</bpmn:documentation>".formatted(format, text);
  }

  private Models task(String inTask) throws IOException {
    return new Models(folder).with(PROCESS.formatted(inTask));
  }

  private static Wish.Write say(String text) {
    return new Wish.Write(Map.of(TASK, text), false, Optional.empty());
  }

  @Test
  void other_words_take_the_place_of_ours() throws Exception {
    Models models = task(ours("Before."));

    assertThat(models.made(say("Now."))).containsExactly(What.REPLACED);

    assertThat(models.inside()).isEqualTo(PROCESS.formatted(ours("Now.")));
  }

  @Test
  void what_a_tool_put_into_our_tag_stays_when_the_words_change() throws Exception {
    String tag = "<bpmn:documentation id=\"d1\" textFormat='%s' >%s</bpmn:documentation >";
    Models models = task(tag.formatted(OwnText.format("Before."), "Before."));

    models.make(say("Now."));

    assertThat(models.inside())
        .isEqualTo(PROCESS.formatted(tag.formatted(OwnText.format("Now."), "Now.")));
  }

  @Test
  void words_that_were_only_laid_out_anew_are_still_ours() throws Exception {
    String laidOut = documentation(OwnText.format("One two."), "\n   One\n   two.\n");
    Models models = task(laidOut);

    assertThat(models.made(say("One two."))).containsExactly(What.UNCHANGED);

    assertThat(models.inside()).isEqualTo(PROCESS.formatted(laidOut));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ours, and more.", "", "Ours.<b/>", "Ours.<!-- ? -->", "ours."})
  void what_somebody_made_of_our_words_is_theirs_and_stays(String text) throws Exception {
    String edited = documentation(OwnText.format("Ours."), text);
    Models models = task(edited);

    assertThat(models.made(say("Now."))).containsExactly(What.EDITED);
    assertThat(models.made(REMOVE)).containsExactly(What.EDITED);

    assertThat(models.inside()).isEqualTo(PROCESS.formatted(edited));
  }

  @Test
  void ours_beside_words_of_people_goes_on_with_ours() throws Exception {
    String own = "<bpmn:documentation>Mine.</bpmn:documentation>";
    Models models = task(own + ours("Before."));

    assertThat(models.made(say("Now."))).containsExactly(What.REPLACED);
    assertThat(models.inside()).isEqualTo(PROCESS.formatted(own + ours("Now.")));
    models.make(REMOVE);

    assertThat(models.inside()).isEqualTo(PROCESS.formatted(own));
  }

  @Test
  void a_copy_that_an_editor_made_of_ours_goes() throws Exception {
    Models models = task(ours("One.") + "\n" + ours("Two."));

    models.make(say("Now."));

    assertThat(models.inside()).isEqualTo(PROCESS.formatted(ours("Now.")));
  }

  @Test
  void what_stands_at_something_that_is_no_subject_goes_and_what_is_only_not_written_now_stays()
      throws Exception {
    String gateway = "<bpmn:exclusiveGateway id=\"g\">%s</bpmn:exclusiveGateway>";
    Models models =
        task(
            ours("Before.")
                + "</bpmn:task>"
                + gateway.formatted(ours("Copied."))
                + "<bpmn:task id=\"u\">");

    List<What> made = models.made(new Wish.Write(Map.of(), false, Optional.empty()));

    assertThat(made).containsExactly(What.REMOVED);
    assertThat(models.inside()).contains(ours("Before.")).contains(gateway.formatted(""));
  }

  @Test
  void only_one_subject_is_touched_where_only_one_is_meant() throws Exception {
    Models models = task("");
    Wish.Write all = models.saying(id -> "On " + id.element() + ".");

    assertThat(models.made(new Wish.Write(all.texts(), false, Optional.of(TASK))))
        .containsExactly(What.INSERTED);
    assertThat(models.inside()).isEqualTo(PROCESS.formatted(ours("On t.")));
    models.make(all);
    models.make(new Wish.Remove(Optional.of(TASK)));

    assertThat(models.inside()).contains("On p.").doesNotContain("On t.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "]]>",
        "</bpmn:documentation><bpmn:task id=\"u\"/>",
        "<!-- --> <?xml version='1.0'?> <![CDATA[",
        "&amp; &lt; &#0; &unknown; &",
        "a\ttab, \"quotes\" and 'others'",
        "of\u2028lines\u0085, \u202Eturned round, \uFEFF and \uE000",
        "\r\n\r\nwindows\r\n"
      })
  void whatever_is_said_comes_out_as_it_was_said(String said) throws Exception {
    String text = said.replace("\u0085", "");
    Models models = task("");
    byte[] before = models.bytes();

    assertThat(models.made(say(text))).containsExactly(What.INSERTED);

    Landscape landscape = models.landscape();
    assertThat(landscape.subjects()).hasSize(2);
    assertThat(landscape.subject(TASK).element().documentation()).isEmpty();
    Files.write(
        models.file(),
        Files.readString(models.file()).replace("bpmndoc=", "x=").getBytes(StandardCharsets.UTF_8));
    assertThat(models.landscape().subject(TASK).element().documentation())
        .isEqualTo(text.replace("\r\n", "\n").strip());
    Files.write(
        models.file(),
        Files.readString(models.file())
            .replace("plain; x=", "plain; bpmndoc=")
            .getBytes(StandardCharsets.UTF_8));
    models.make(REMOVE);
    assertThat(models.bytes()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u001B[31m", "\u0085", "\u009B", "\r", "\uFFFE", "\uD800"})
  void what_no_xml_can_hold_is_not_written(String said) throws Exception {
    Models models = task("");
    byte[] before = models.bytes();

    assertThat(models.made(say("a" + said + "b"))).containsExactly(What.UNWRITABLE);

    assertThat(models.bytes()).isEqualTo(before);
  }

  @Test
  void a_file_that_was_changed_after_it_was_read_is_left_alone() throws Exception {
    Models models = task("");
    Landscape landscape = models.landscape();
    Definitions read = landscape.definitions().getFirst();
    Annotating annotating = new Annotating(landscape, folder);
    Annotated prepared = annotating.prepared(read, say("Now."));
    task("<!-- changed -->");

    assertThat(annotating.written(prepared)).isInstanceOf(Refused.class);
    assertThat(models.inside()).isEqualTo(PROCESS.formatted("<!-- changed -->"));
    Files.writeString(
        models.file(), Files.readString(models.file()).replace("id=\"t\"", "id=\"u\""));
    assertThat(annotating.prepared(read, say("Now."))).isInstanceOf(Refused.class);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void no_symbolic_link_is_followed_out_of_the_folder() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path inside = Files.createDirectories(folder.resolve("models/sub"));
    Path model = new Models(inside).with(PROCESS.formatted("")).file();
    Landscape landscape = new LandscapeReader().read(folder.resolve("models"));
    Annotating annotating = new Annotating(landscape, folder.resolve("models"));
    SubjectId task = new SubjectId("sub/" + Models.FILE + "#t");
    Wish.Write wish = new Wish.Write(Map.of(task, "Now."), false, Optional.empty());
    Annotated prepared = annotating.prepared(landscape.definitions().getFirst(), wish);
    assertThat(prepared).isInstanceOf(Edited.class);

    Files.move(model, outside.resolve(Models.FILE));
    Files.createSymbolicLink(model, outside.resolve(Models.FILE));
    assertThat(annotating.written(prepared)).isInstanceOf(Refused.class);
    Files.delete(model);
    Files.delete(inside);
    Files.createSymbolicLink(inside, outside);
    assertThat(annotating.written(prepared)).isInstanceOf(Refused.class);

    assertThat(new Models(outside).inside()).isEqualTo(PROCESS.formatted(""));
    assertThat(outside).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void permissions_stay() throws Exception {
    Models models = task("");
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no permissions");
    Files.setPosixFilePermissions(models.file(), PosixFilePermissions.fromString("rwxr-x-w-"));

    models.make(say("Now."));

    assertThat(Files.getPosixFilePermissions(models.file()))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-x-w-"));
  }

  @Test
  void what_may_not_be_written_is_left_alone() throws Exception {
    Models models = task("");
    assumeTrue(models.file().toFile().setWritable(false), "no permissions");
    assumeTrue(!Files.isWritable(models.file()), "this user may write everything");

    assertThat(models.make(say("Now."))).isInstanceOf(Refused.class);

    assertThat(models.inside()).isEqualTo(PROCESS.formatted(""));
  }

  @Test
  void a_file_that_cannot_be_read_as_a_model_is_never_touched() throws Exception {
    Models models = task("");
    Path broken = Files.writeString(folder.resolve("broken.bpmn"), "<definitions><process");

    assertThat(models.make(say("Now."))).isInstanceOf(Edited.class);

    assertThat(broken).hasContent("<definitions><process");
  }
}
