package org.bpmndoc.emulator;

import java.util.Arrays;
import java.util.Optional;

/// A dated version of the API. The later one knows no sampling parameters.
enum ApiVersion {
  V2023_06_01("2023-06-01"),
  V2026_10_21("2026-10-21");

  private final String date;

  ApiVersion(String date) {
    this.date = date;
  }

  String date() {
    return date;
  }

  static Optional<ApiVersion> named(String date) {
    return Arrays.stream(values()).filter(version -> version.date.equals(date)).findFirst();
  }
}
