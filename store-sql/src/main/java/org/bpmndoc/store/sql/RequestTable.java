package org.bpmndoc.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.bpmndoc.document.ContractId;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.document.SentRequest;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/// The table `request`: what was sent for documents. A fingerprint stands for one request alone, so
/// a row never changes.
record RequestTable(JsonMapper mapper) {

  private static final String KEEP =
      """
      insert into request
        (fingerprint, contract, model, language, instructions, answer_schema, answer_tokens_max, facts)
      values
        (:fingerprint, :contract, :model, :language, :instructions, :schema, :tokens, :facts)
      on conflict (fingerprint) do nothing
      """;

  void keep(Handle handle, SentRequest sent) {
    handle
        .createUpdate(KEEP)
        .bindMap(
            Map.of(
                "fingerprint", sent.fingerprint().hex(),
                "contract", sent.contract().toString(),
                "model", sent.model(),
                "language", sent.language(),
                "instructions", sent.instructions(),
                "schema", sent.schema(),
                "tokens", sent.answerTokensMax(),
                "facts", mapper.writeValueAsString(sent.facts())))
        .execute();
  }

  Optional<SentRequest> find(Handle handle, Fingerprint fingerprint) {
    return handle
        .createQuery("select * from request where fingerprint = :fingerprint")
        .bind("fingerprint", fingerprint.hex())
        .map((row, _) -> request(row))
        .findOne();
  }

  private SentRequest request(ResultSet row) throws SQLException {
    return new SentRequest(
        new Fingerprint(row.getString("fingerprint")),
        ContractId.parse(row.getString("contract")),
        row.getString("model"),
        row.getString("language"),
        row.getString("instructions"),
        row.getString("answer_schema"),
        row.getInt("answer_tokens_max"),
        mapper.readTree(row.getString("facts")));
  }
}
