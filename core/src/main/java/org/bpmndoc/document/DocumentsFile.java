package org.bpmndoc.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.bpmndoc.document.DocumentStore.Assignment;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Usage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a document store holds as one file: JSON, a line each. The first line names the format,
/// then come the documents by fingerprint and who has which by subject, so that the same store is
/// the same bytes.
///
/// Documents are as they were written. The texts that were hidden from their writers are not in it:
/// whoever has the models has those. [DocumentsFileReader] reads it.
public final class DocumentsFile {

  static final String FORMAT = "bpmndoc documents";
  static final int VERSION = 1;

  /// How much a file holds.
  public record Size(int documents, int assignments) {}

  private DocumentsFile() {}

  /// Whoever has a document that is not there is left out.
  public static Size write(DocumentStore store, OutputStream out) throws IOException {
    write(JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("version", VERSION), out);
    var assignments = store.assignments();
    int documents = 0;
    int assigned = 0;
    var fingerprints = store.fingerprints();
    for (Fingerprint fingerprint : fingerprints) {
      Optional<Document> document = store.find(fingerprint);
      if (document.isPresent()) {
        write(line(document.get()), out);
        documents++;
      }
    }
    for (var one : assignments.entrySet()) {
      if (fingerprints.contains(one.getValue().fingerprint())) {
        write(line(one.getKey(), one.getValue()), out);
        assigned++;
      }
    }
    return new Size(documents, assigned);
  }

  private static void write(ObjectNode line, OutputStream out) throws IOException {
    out.write((CanonicalJson.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode line(Document document) {
    Document.Origin origin = document.origin();
    Usage usage = origin.usage();
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("fingerprint", document.fingerprint().hex())
            .put("contract", document.contract().toString())
            .put("provider", origin.provider())
            .put("model", origin.model())
            .put("channel", label(origin.channel()))
            .put("writtenAt", origin.writtenAt().toString())
            .put("language", origin.language())
            .put("costUsd", origin.cost().toString());
    line.putObject("usage")
        .put("inputTokens", usage.inputTokens())
        .put("outputTokens", usage.outputTokens())
        .put("cacheReadTokens", usage.cacheReadTokens())
        .put("cacheWriteTokens", usage.cacheWriteTokens());
    ArrayNode findings = line.putArray("findings");
    for (Finding finding : document.findings()) {
      findings
          .addObject()
          .put("grade", label(finding.grade()))
          .put("code", finding.code())
          .put("field", finding.field())
          .put("message", finding.message());
    }
    line.set("content", document.content());
    return line;
  }

  private static ObjectNode line(SubjectId subject, Assignment assignment) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("subject", subject.value())
            .put("fingerprint", assignment.fingerprint().hex())
            .put("run", assignment.run())
            .put("own", assignment.lineage().own());
    ObjectNode elements = line.putObject("elements");
    assignment.lineage().elements().forEach(elements::put);
    ArrayNode children = line.putArray("children");
    for (Lineage.Seen seen : assignment.lineage().children()) {
      children
          .addObject()
          .put("subject", seen.child().value())
          .put("digest", seen.digest())
          .put("fidelity", label(seen.fidelity()))
          .put("source", label(seen.source()))
          .put("note", seen.note());
    }
    return line;
  }

  static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
