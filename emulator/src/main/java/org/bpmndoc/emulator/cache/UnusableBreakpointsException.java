package org.bpmndoc.emulator.cache;

/// The breakpoints of a prompt are none that the API takes. The reason is in its words.
public final class UnusableBreakpointsException extends Exception {

  private final String reason;

  UnusableBreakpointsException(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
