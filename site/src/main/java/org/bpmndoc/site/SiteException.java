package org.bpmndoc.site;

/// A site that cannot be written. The message says what is wrong, and what to do.
public final class SiteException extends Exception {

  SiteException(String message) {
    super(message);
  }

  SiteException(String message, Throwable cause) {
    super(message, cause);
  }
}
