package org.bpmndoc.emulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lets in whoever has the key, and names the version of the API that is spoken.
///
/// Who speaks to another host than this machine is turned away first: that is a web page whose
/// address was made to point here.
///
/// The key comes as `x-api-key` or as `Authorization: Bearer`. Where none is required any will do,
/// but there must be one.
final class Door {

  private static final String BEARER = "bearer ";
  private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d+)?");

  private final Optional<String> required;

  Door(Optional<String> required) {
    this.required = required;
  }

  Caller enter(ApiRequest request) throws Refusal {
    enterWithoutVersion(request);
    if (key(request).isEmpty()) {
      throw new Refusal(401, "authentication_error", "x-api-key header is required");
    }
    String version =
        request
            .header("anthropic-version")
            .filter(value -> !value.isEmpty())
            .orElseThrow(() -> Refusal.invalid("anthropic-version: header is required"));
    return new Caller(
        ApiVersion.named(version)
            .orElseThrow(() ->
                Refusal.invalid(
                    "anthropic-version: \"" + version + "\" is not a version of this API")),
        workspace(request));
  }

  /// The one that is named, or else one for each key. Where a key is required there is but one key,
  /// and it may be another when the emulator is started again.
  private String workspace(ApiRequest request) {
    String own = required.isPresent() ? "" : key(request);
    return Ids.derived("wrkspc", request.header("anthropic-workspace-id").orElse(own));
  }

  /// For what is not of the API: the key is asked for only where one is required.
  void enterWithoutVersion(ApiRequest request) throws Refusal {
    if (!LOOPBACK.matcher(request.header("host").orElse("")).matches()) {
      throw new Refusal(403, "permission_error", "host: this is 127.0.0.1 and nobody else");
    }
    if (required.isPresent() && !same(required.get(), key(request))) {
      boolean none = key(request).isEmpty();
      throw new Refusal(
          401, "authentication_error", none ? "x-api-key header is required" : "invalid x-api-key");
    }
  }

  private static String key(ApiRequest request) {
    Optional<String> own = request.header("x-api-key").filter(value -> !value.isEmpty());
    return own.orElseGet(() ->
        request
            .header("authorization")
            .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(value -> value.substring(BEARER.length()).strip())
            .orElse(""));
  }

  /// Takes the same time wherever two keys differ.
  private static boolean same(String required, String key) {
    return MessageDigest.isEqual(
        required.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
  }
}
