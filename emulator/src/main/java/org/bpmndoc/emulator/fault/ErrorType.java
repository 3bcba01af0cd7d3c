package org.bpmndoc.emulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The API's words for kinds of errors, with the HTTP status each comes with.
public enum ErrorType {
  INVALID_REQUEST_ERROR(400),
  AUTHENTICATION_ERROR(401),
  BILLING_ERROR(402),
  PERMISSION_ERROR(403),
  NOT_FOUND_ERROR(404),
  CONFLICT_ERROR(409),
  REQUEST_TOO_LARGE(413),
  RATE_LIMIT_ERROR(429),
  API_ERROR(500),
  TIMEOUT_ERROR(504),
  OVERLOADED_ERROR(529);

  private final int status;

  ErrorType(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that comes with a status; of those nobody lists, an API error.
  static ErrorType ofStatus(int status) {
    return Arrays.stream(values())
        .filter(type -> type.status == status)
        .findFirst()
        .orElse(status < 500 ? INVALID_REQUEST_ERROR : API_ERROR);
  }

  static Optional<ErrorType> named(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
