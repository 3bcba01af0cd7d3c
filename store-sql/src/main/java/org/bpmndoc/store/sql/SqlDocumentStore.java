package org.bpmndoc.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.DocumentStore;
import org.bpmndoc.document.Finding;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.document.SentRequest;
import org.bpmndoc.landscape.SubjectId;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Documents in the table `document`, what they replaced in `earlier_document`, what was sent for
/// them in `request`, who has which in the table `assignment`.
final class SqlDocumentStore implements DocumentStore {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final String INSERT =
      """
      insert into document (fingerprint, contract, origin, findings, content)
      values (:fingerprint, :contract, :origin, :findings, :content)
      on conflict (fingerprint)
      """;

  private static final String KEEP = INSERT + "do nothing";

  private static final String REPLACE =
      INSERT
          + """
          do update set contract = excluded.contract, origin = excluded.origin,
            findings = excluded.findings, content = excluded.content
          """;

  private static final String KEEP_EARLIER =
      """
      insert into earlier_document (fingerprint, contract, origin, findings, content)
      select fingerprint, contract, origin, findings, content from document
      where fingerprint = :fingerprint and (content <> :content or origin <> :origin)
      """;

  private static final String ASSIGN =
      """
      insert into assignment (subject, fingerprint, run, lineage)
      values (:subject, :fingerprint, :run, :lineage)
      on conflict (subject) do update set
        fingerprint = excluded.fingerprint, run = excluded.run, lineage = excluded.lineage
      """;

  private final RequestTable requests = new RequestTable(MAPPER);
  private final Database database;
  private final Fence fence;

  SqlDocumentStore(Database database, Fence fence) {
    this.database = database;
    this.fence = fence;
  }

  @Override
  public Optional<Document> find(Fingerprint fingerprint) {
    return database.read(handle ->
        handle
            .createQuery("select * from document where fingerprint = :fingerprint")
            .bind("fingerprint", fingerprint.hex())
            .map((row, _) -> document(row))
            .findOne());
  }

  @Override
  public List<Document> earlier(Fingerprint fingerprint) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from earlier_document where fingerprint = :fingerprint order by position")
            .bind("fingerprint", fingerprint.hex())
            .map((row, _) -> document(row))
            .list());
  }

  private static Document document(ResultSet row) throws SQLException {
    return new Document(
        new Fingerprint(row.getString("fingerprint")),
        ContractId.parse(row.getString("contract")),
        MAPPER.readTree(row.getString("content")),
        List.of(MAPPER.readValue(row.getString("findings"), Finding[].class)),
        MAPPER.readValue(row.getString("origin"), Document.Origin.class));
  }

  @Override
  public SortedSet<Fingerprint> fingerprints() {
    return database.read(handle ->
        Collections.unmodifiableSortedSet(
            handle
                .createQuery("select fingerprint from document")
                .map((row, _) -> new Fingerprint(row.getString("fingerprint")))
                .collect(Collectors.toCollection(TreeSet::new))));
  }

  @Override
  public void put(Document document, boolean replace) {
    database.write(handle -> {
      fence.pass(handle);
      insert(handle, document, replace);
    });
  }

  @Override
  public void put(Document document, SentRequest sent, boolean replace) {
    database.write(handle -> {
      fence.pass(handle);
      requests.keep(handle, sent);
      insert(handle, document, replace);
    });
  }

  private static void insert(Handle handle, Document document, boolean replace) {
    Map<String, String> values =
        Map.of(
            "fingerprint", document.fingerprint().hex(),
            "contract", document.contract().toString(),
            "origin", MAPPER.writeValueAsString(document.origin()),
            "findings", MAPPER.writeValueAsString(document.findings()),
            "content", MAPPER.writeValueAsString(document.content()));
    if (replace) {
      handle.createUpdate(KEEP_EARLIER).bindMap(values).execute();
    }
    handle.createUpdate(replace ? REPLACE : KEEP).bindMap(values).execute();
  }

  @Override
  public Optional<SentRequest> sent(Fingerprint fingerprint) {
    return database.read(handle -> requests.find(handle, fingerprint));
  }

  @Override
  public void assign(SubjectId subject, Assignment assignment) {
    Map<String, String> values =
        Map.of(
            "subject", subject.value(),
            "fingerprint", assignment.fingerprint().hex(),
            "run", assignment.run(),
            "lineage", MAPPER.writeValueAsString(assignment.lineage()));
    database.write(handle -> {
      fence.pass(handle);
      handle.createUpdate(ASSIGN).bindMap(values).execute();
    });
  }

  @Override
  public Map<SubjectId, Assignment> assignments() {
    Map<SubjectId, Assignment> assignments = new TreeMap<>();
    database.read(handle ->
        handle
            .createQuery("select subject, fingerprint, run, lineage from assignment")
            .map((row, _) ->
                assignments.put(new SubjectId(row.getString("subject")), assignment(row)))
            .stream()
            .count());
    return Collections.unmodifiableMap(assignments);
  }

  private static Assignment assignment(ResultSet row) throws SQLException {
    return new Assignment(
        new Fingerprint(row.getString("fingerprint")),
        MAPPER.readValue(row.getString("lineage"), Lineage.class),
        row.getString("run"));
  }
}
