package org.bpmndoc.document;

import tools.jackson.databind.JsonNode;

/// What was sent for a document, kept so that it can be said later what has become different:
/// `facts` whole, with pseudonyms where texts were hidden, of `instructions` and `schema` the
/// SHA-256 in hex.
public record SentRequest(
    Fingerprint fingerprint,
    ContractId contract,
    String model,
    String language,
    String instructions,
    String schema,
    int answerTokensMax,
    JsonNode facts) {}
