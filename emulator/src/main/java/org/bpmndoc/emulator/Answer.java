package org.bpmndoc.emulator;

/// What a [Writer] makes of one request.
public sealed interface Answer {

  record Text(String text) implements Answer {}

  /// Not answered. `type` is the API's word for the kind of error, such as `invalid_request_error`;
  /// `status` the HTTP status that goes with it.
  record Refused(int status, String type, String message) implements Answer {}
}
