package org.bpmndoc.emulator;

/// A request is not answered, and why, in the API's terms.
final class Refusal extends Exception {

  static final String INVALID = "invalid_request_error";

  private final int status;
  private final String type;
  private final String reason;

  Refusal(int status, String type, String reason) {
    super(reason);
    this.status = status;
    this.type = type;
    this.reason = reason;
  }

  static Refusal invalid(String reason) {
    return new Refusal(400, INVALID, reason);
  }

  static Refusal notFound(String reason) {
    return new Refusal(404, "not_found_error", reason);
  }

  static Refusal tooLarge(String reason) {
    return new Refusal(413, "request_too_large", reason);
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  String reason() {
    return reason;
  }
}
