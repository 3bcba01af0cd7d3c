package org.bpmndoc.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bpmndoc.bpmn.Definitions;
import org.bpmndoc.document.CanonicalJson;
import org.bpmndoc.landscape.Landscape;
import org.bpmndoc.landscape.LandscapeReader;
import org.bpmndoc.landscape.LinksFile;
import org.bpmndoc.landscape.Subject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// Makes the facts of every subject of real files, and again after every id in them was changed.
class FactsOfCorporaTest {

  private static final Path CORPORA =
      Path.of(System.getProperty("bpmndoc.root", ".")).resolve("../shared/corpora").normalize();
  private static final String MARK = "marked-";

  @TempDir private Path copies;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cf-multiapps",
        "hmcts-civil",
        "mortgage-se-2025.11.29",
        "miwg-reference",
        "camunda-consulting"
      })
  void no_id_of_a_file_is_in_the_facts_of_its_subjects(String corpus) throws Exception {
    Path folder = CORPORA.resolve(corpus);
    assumeTrue(Files.exists(folder), "no corpora beside the repository");
    Landscape landscape = new LandscapeReader().read(folder);
    copyWithMarkedIds(landscape, folder);
    Landscape marked = new LandscapeReader().read(copies);

    List<Subject> subjects = List.copyOf(landscape.subjects().values());
    List<Subject> markedSubjects = List.copyOf(marked.subjects().values());
    assertThat(markedSubjects).hasSameSizeAs(subjects).isNotEmpty();
    for (int i = 0; i < subjects.size(); i++) {
      assertThat(facts(marked, markedSubjects.get(i)))
          .as("facts of %s", subjects.get(i).id())
          .isEqualTo(facts(landscape, subjects.get(i)));
    }
  }

  /// A call that could mean several processes is shown with the id it names.
  private static String facts(Landscape landscape, Subject subject) {
    return CanonicalJson.text(Facts.of(landscape, subject).json())
        .replace("\"target\":\"" + MARK, "\"target\":\"");
  }

  private void copyWithMarkedIds(Landscape landscape, Path folder) throws Exception {
    Map<String, Document> files = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    for (Definitions file : landscape.definitions()) {
      InputSource source = new InputSource(folder.resolve(file.file()).toUri().toString());
      Document document = RewrittenFile.parse(source);
      RewrittenFile.collectIds(document.getDocumentElement(), ids);
      files.put(file.file(), document);
    }
    ids.removeIf(String::isBlank);
    Files.writeString(copies.resolve(LinksFile.NAME), "prefixes: [" + MARK + "]\n");
    for (Map.Entry<String, Document> file : files.entrySet()) {
      Path copy = copies.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, RewrittenFile.withMarkedIds(file.getValue(), ids, MARK));
    }
  }
}
