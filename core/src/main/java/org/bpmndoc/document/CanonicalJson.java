package org.bpmndoc.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The one way in which JSON is written where its bytes matter: compact, fields in the order they
/// were put, and every `<` as `\u003c`, so that no text inside can end the block it stands in.
public final class CanonicalJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private CanonicalJson() {}

  public static String text(JsonNode json) {
    return MAPPER.writeValueAsString(json).replace("<", "\\u003c");
  }

  /// The SHA-256, in hex, of the text in UTF-8.
  public static String digest(JsonNode json) {
    try {
      byte[] bytes = text(json).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
