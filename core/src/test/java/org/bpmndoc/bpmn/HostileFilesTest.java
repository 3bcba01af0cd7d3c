package org.bpmndoc.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bpmndoc.bpmn.BpmnText.NAMESPACE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.bpmndoc.xml.Diagnostic;
import org.bpmndoc.xml.Element;
import org.bpmndoc.xml.FileReading;
import org.bpmndoc.xml.XmlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Encodings, limits, and XML that wants more than to be read.
class HostileFilesTest {

  private static String model(String declaration, String name) {
    return declaration
        + "<definitions xmlns=\"%s\"><process id=\"p\" name=\"%s\"/></definitions>"
            .formatted(NAMESPACE, name);
  }

  private static String nameOf(FileReading<Definitions> reading) {
    assertThat(reading).isInstanceOf(FileReading.Parsed.class);
    return ((FileReading.Parsed<Definitions>) reading)
        .content()
        .processes()
        .getFirst()
        .element()
        .name();
  }

  private static Diagnostic refusal(FileReading<Definitions> reading) {
    assertThat(reading).isInstanceOf(FileReading.Malformed.class);
    assertThat(reading.file()).isEqualTo("test.bpmn");
    assertThat(reading.diagnostics()).hasSize(1);
    return reading.diagnostics().getFirst();
  }

  private static byte[] joined(int[] mark, byte[] rest) {
    byte[] all = new byte[mark.length + rest.length];
    for (int i = 0; i < mark.length; i++) {
      all[i] = (byte) mark[i];
    }
    System.arraycopy(rest, 0, all, mark.length, rest.length);
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, <?xml version='1.0' encoding='UTF-8'?>",
    "UTF-8, ''",
    "ISO-8859-1, <?xml version='1.0' encoding='ISO-8859-1'?>",
    "windows-1252, <?xml version='1.0' encoding='windows-1252'?>",
    "UTF-16, <?xml version='1.0' encoding='UTF-16'?>",
    "UTF-16, ''",
    "UTF-16LE, <?xml version='1.0' encoding='UTF-16'?>",
    "UTF-16BE, <?xml version='1.0' encoding='UTF-16'?>"
  })
  void a_file_is_read_in_the_encoding_that_it_has(String charset, String declaration) {
    FileReading<Definitions> reading =
        BpmnText.read(model(declaration, "Låneansökan").getBytes(Charset.forName(charset)));

    assertThat(nameOf(reading)).isEqualTo("Låneansökan");
    assertThat(reading.diagnostics()).isEmpty();
  }

  @Test
  void a_byte_order_mark_wins_over_the_declaration() {
    byte[] text =
        model("<?xml version='1.0' encoding='ISO-8859-1'?>", "ö").getBytes(StandardCharsets.UTF_8);

    FileReading<Definitions> reading = BpmnText.read(joined(new int[] {0xEF, 0xBB, 0xBF}, text));

    assertThat(nameOf(reading)).isEqualTo("ö");
    assertThat(reading.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("encoding-contradicted");
  }

  @Test
  void a_byte_order_mark_of_utf_8_is_no_content() {
    byte[] text =
        model("<?xml version='1.0' encoding='utf-8'?>", "x").getBytes(StandardCharsets.UTF_8);

    FileReading<Definitions> reading = BpmnText.read(joined(new int[] {0xEF, 0xBB, 0xBF}, text));

    assertThat(nameOf(reading)).isEqualTo("x");
    assertThat(reading.diagnostics()).isEmpty();
  }

  @Test
  void eight_bits_that_are_declared_as_sixteen_are_read_as_utf_8() {
    FileReading<Definitions> reading =
        BpmnText.read(model("<?xml version='1.0' encoding='UTF-16'?>", "ö"));

    assertThat(nameOf(reading)).isEqualTo("ö");
    assertThat(reading.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("encoding-contradicted");
  }

  @ParameterizedTest
  @CsvSource({"ISO-8859-1", "windows-1252"})
  void utf_8_that_is_declared_as_something_else_is_doubted(String declared) {
    String declaration = "<?xml version='1.0' encoding='%s'?>".formatted(declared);

    FileReading<Definitions> reading = BpmnText.read(model(declaration, "Låneansökan €"));

    assertThat(nameOf(reading)).isNotEqualTo("Låneansökan €");
    assertThat(reading.diagnostics())
        .extracting(Diagnostic::code, found -> found.location().line())
        .containsExactly(tuple("encoding-doubtful", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Smörgåsbord", "Ã", "Ãö", "ö¶", "plain"})
  void what_can_be_meant_as_declared_is_not_doubted(String name) {
    FileReading<Definitions> reading =
        BpmnText.read(
            model("<?xml version='1.0' encoding='ISO-8859-1'?>", name)
                .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(nameOf(reading)).isEqualTo(name);
    assertThat(reading.diagnostics()).isEmpty();
  }

  @Test
  void bytes_that_are_no_characters_are_named_with_their_place_and_nothing_is_printed() {
    byte[] latin =
        ("<?xml version='1.0' encoding='UTF-8'?>\n<!-- line 2 -->\n" + model("", "abc ö"))
            .getBytes(StandardCharsets.ISO_8859_1);
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Diagnostic refusal = refusal(BpmnText.read(latin));

      assertThat(refusal.code()).isEqualTo("encoding-wrong");
      assertThat(refusal.location().line()).isEqualTo(3);
      assertThat(refusal.location().column()).isEqualTo(model("", "abc ö").indexOf('ö') + 1);
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void an_external_entity_is_not_fetched(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");

    FileReading<Definitions> reading =
        BpmnText.read(
            "<!DOCTYPE d [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + model("", "&e;"));

    assertThat(refusal(reading).code()).isEqualTo("doctype-refused");
    assertThat(reading.toString()).doesNotContain("the secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE definitions>",
        "<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/none.dtd\">",
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
        "<!DOCTYPE d [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/none.dtd\"> %p;]>"
      })
  void any_document_type_is_refused(String doctype) {
    assertThat(refusal(BpmnText.read("<?xml version=\"1.0\"?>\n" + doctype + model("", "x"))))
        .satisfies(refusal -> {
          assertThat(refusal.code()).isEqualTo("doctype-refused");
          assertThat(refusal.location().line()).isEqualTo(2);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 10_000, 200_000})
  void nesting_has_a_limit_and_the_place_is_named(int depth) {
    String xml =
        "<definitions xmlns=\"%s\"><process id=\"p\">\n".formatted(NAMESPACE)
            + "<subProcess>\n".repeat(depth)
            + "</subProcess>".repeat(depth)
            + "</process></definitions>";

    Diagnostic refusal = refusal(BpmnText.read(xml));

    assertThat(refusal.code()).isEqualTo("nesting-too-deep");
    assertThat(refusal.location().line()).isEqualTo(XmlReader.NESTING_MAX);
  }

  @Test
  void nesting_up_to_the_limit_is_read() {
    int depth = XmlReader.NESTING_MAX - 2;
    String xml =
        "<definitions xmlns=\"%s\"><process id=\"p\">".formatted(NAMESPACE)
            + "<subProcess>".repeat(depth)
            + "</subProcess>".repeat(depth)
            + "</process></definitions>";

    assertThat(BpmnText.read(xml)).isInstanceOf(FileReading.Parsed.class);
  }

  @Test
  void many_attributes_and_long_texts_are_no_problem() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      attributes.append(" x:a").append(i).append("=\"v\"");
    }
    FileReading<Definitions> reading =
        BpmnText.read(
            "<definitions xmlns=\"%s\" xmlns:x=\"urn:x\"><process id=\"p\"%s><documentation>%s</documentation></process></definitions>"
                .formatted(NAMESPACE, attributes, "long ".repeat(1_000_000)));

    Element process =
        ((FileReading.Parsed<Definitions>) reading).content().processes().getFirst().element();
    assertThat(process.extensions().attributes()).hasSize(1_000);
    assertThat(process.documentation()).hasSize(4_999_999);
  }

  @Test
  void markup_in_names_stays_text() {
    assertThat(nameOf(BpmnText.read(model("", "&lt;script&gt; &#x202E; 🏦 &amp;amp;"))))
        .isEqualTo("<script> \u202E 🏦 &amp;");
  }

  @ParameterizedTest
  @CsvSource({
    "'<definitions>\n<process>\n</definitions>', 3",
    "'', 0",
    "'no xml', 1",
    "'<a/>\n<b/>', 2",
    "'<a b=\"1\" b=\"2\"/>', 1",
    "'<a>\n\u0001</a>', 2"
  })
  void what_is_not_well_formed_is_named_with_its_line(String xml, int line) {
    Diagnostic refusal = refusal(BpmnText.read(xml));

    assertThat(refusal.severity()).isEqualTo(Diagnostic.Severity.ERROR);
    assertThat(refusal.location().line()).isEqualTo(line);
    assertThat(refusal.hint()).isNotEmpty();
  }

  @Test
  void a_file_cut_off_anywhere_is_a_diagnostic() {
    byte[] whole =
        model("<?xml version='1.0' encoding='UTF-8'?>", "ö").getBytes(StandardCharsets.UTF_8);

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThat(refusal(BpmnText.read(cut)).message()).isNotEmpty();
    }
  }

  @Test
  void a_file_that_stops_being_readable_is_a_diagnostic() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }
        };

    Diagnostic refusal = refusal(new BpmnReader().read("test.bpmn", failing));

    assertThat(refusal.code()).isEqualTo("file-unreadable");
    assertThat(refusal.message()).contains("the disk is gone");
  }

  @Test
  void another_root_is_named() {
    assertThat(BpmnText.read("<x:y xmlns:x=\"urn:x\"/>"))
        .isInstanceOfSatisfying(
            FileReading.OtherRoot.class, other -> assertThat(other.root()).isEqualTo("{urn:x}y"));
  }

  @Test
  void a_file_of_50_mb_is_read() {
    int shapes = 50 * 1024 * 1024 / SHAPE.length();
    byte[] beginning =
        "<definitions xmlns=\"%s\" xmlns:di=\"%s\"><process id=\"p\" name=\"Large\"/><di:BPMNDiagram>\n"
            .formatted(NAMESPACE, DIAGRAM)
            .getBytes(StandardCharsets.UTF_8);
    Iterator<byte[]> pieces =
        Stream.of(
                Stream.of(beginning),
                Stream.generate(() -> SHAPE.getBytes(StandardCharsets.UTF_8)).limit(shapes),
                Stream.of("</di:BPMNDiagram></definitions>".getBytes(StandardCharsets.UTF_8)))
            .flatMap(piece -> piece)
            .iterator();
    InputStream file =
        new SequenceInputStream(
            new Enumeration<>() {
              @Override
              public boolean hasMoreElements() {
                return pieces.hasNext();
              }

              @Override
              public InputStream nextElement() {
                return new ByteArrayInputStream(pieces.next());
              }
            });

    assertThat(nameOf(new BpmnReader().read("test.bpmn", file))).isEqualTo("Large");
  }

  private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String SHAPE =
      "<di:BPMNShape id=\"s\" bpmnElement=\"p\">%s</di:BPMNShape>\n"
          .formatted("<di:BPMNLabel labelStyle=\"none\"/>\n".repeat(1_000));

  /// A file that is made while it is read: a beginning, and then the same again and again.
  private static InputStream endless(String beginning, String again) {
    return new InputStream() {
      private byte[] bytes = beginning.getBytes(StandardCharsets.UTF_8);
      private int next;

      @Override
      public int read() {
        if (next == bytes.length) {
          bytes = again.getBytes(StandardCharsets.UTF_8);
          next = 0;
        }
        return bytes[next++];
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "'<task/>', too-many-elements",
    "'<x:e a=\"1\" b=\"2\" c=\"3\"/>', too-many-elements",
    "'<documentation>long long long long long long long long long long long long</documentation>',"
        + " too-much-text",
    "'<!-- a comment -->\n', file-too-large",
    "'<di:BPMNShape/>\n', file-too-large"
  })
  void a_file_without_end_is_given_up_at_a_place(String again, String code) {
    String beginning =
        "<definitions xmlns=\"%s\" xmlns:x=\"urn:x\" xmlns:di=\"http://www.omg.org/spec/BPMN/20100524/DI\">\n<process id=\"p\">"
            .formatted(NAMESPACE);

    Diagnostic refusal = refusal(new BpmnReader().read("test.bpmn", endless(beginning, again)));

    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.location().line()).isGreaterThanOrEqualTo(2);
    assertThat(refusal.hint()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<definitions a=\"", "<definitions>", "<!-- ", "<definitions><![CDATA["})
  void one_thing_without_end_is_given_up_too(String beginning) {
    Diagnostic refusal =
        refusal(new BpmnReader().read("test.bpmn", endless(beginning, "x".repeat(1_000) + "\n")));

    assertThat(refusal.code()).isEqualTo("file-too-large");
    assertThat(refusal.location().line()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32", "IBM037", "ISO-2022-JP"})
  void another_encoding_than_declared_is_a_diagnostic_or_read(String charset) {
    byte[] text =
        model("<?xml version='1.0' encoding='UTF-8'?>", "ö").getBytes(Charset.forName(charset));

    assertThat(BpmnText.read(text).diagnostics())
        .allSatisfy(found -> assertThat(found.location().line()).isPositive());
  }

  @Test
  void bytes_that_are_no_characters_far_into_a_file_are_named_with_their_line() {
    byte[] text =
        ("<!-- line -->\r\n".repeat(20_000) + "<!-- ö").getBytes(StandardCharsets.ISO_8859_1);

    Diagnostic refusal = refusal(BpmnText.read(text));

    assertThat(refusal.code()).isEqualTo("encoding-wrong");
    assertThat(refusal.location().line()).isEqualTo(20_001);
  }

  @Test
  void what_many_refer_to_is_held_once() {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      events.append("<endEvent><messageEventDefinition messageRef=\"m\"/></endEvent>");
    }
    String xml =
        "<definitions xmlns=\"%s\"><message id=\"m\" name=\" %s\"/><process id=\"p\">%s</process></definitions>"
            .formatted(NAMESPACE, "long  ".repeat(1_000_000), events);

    Definitions read = ((FileReading.Parsed<Definitions>) BpmnText.read(xml)).content();

    assertThat(read.processes().getFirst().content().nodes())
        .extracting(node -> ((FlowNode.Event) node).definitions().getFirst().detail())
        .allMatch(detail -> detail == first(read));
  }

  private static String first(Definitions read) {
    FlowNode node = read.processes().getFirst().content().nodes().getFirst();
    return ((FlowNode.Event) node).definitions().getFirst().detail();
  }

  @Test
  void thousands_of_notes_about_one_element_are_read() {
    String xml =
        "<definitions xmlns=\"%s\"><process id=\"p\"><task id=\"t\"/>%s</process></definitions>"
            .formatted(
                NAMESPACE,
                java.util.stream.IntStream.range(0, 100_000)
                    .mapToObj(i -> "<association sourceRef=\"t\" targetRef=\"a" + i + "\"/>")
                    .collect(java.util.stream.Collectors.joining()));

    assertThat(BpmnText.read(xml)).isInstanceOf(FileReading.Parsed.class);
  }

  @Test
  void a_diagnostic_is_printed_as_what_it_is_whatever_the_file_is_called() {
    FileReading<Definitions> reading =
        new BpmnReader()
            .read("a\r\u001B[2J\u202Eb.bpmn", new java.io.ByteArrayInputStream(new byte[0]));

    assertThat(reading.diagnostics().getFirst().toText().lines().toList())
        .hasSize(2)
        .first()
        .isEqualTo("a [2J b.bpmn: expected a BPMN model, found an empty file");
  }
}
