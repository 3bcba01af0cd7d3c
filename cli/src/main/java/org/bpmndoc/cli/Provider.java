package org.bpmndoc.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.bpmndoc.batch.BatchApi;
import org.bpmndoc.batch.CountApi;
import org.bpmndoc.batch.DirectApi;
import org.bpmndoc.run.Tariff;

/// Who writes the documents of a run, open and ready to be called. `server` is where requests go,
/// `connection` what to close afterwards.
record Provider(
    String name,
    String server,
    BatchApi batches,
    DirectApi direct,
    CountApi counts,
    Tariff tariff,
    Closeable connection)
    implements Closeable {

  /// The server of the offline writer.
  static final String THIS_MACHINE = "this machine";

  static final String OFFLINE = "offline";
  static final String ANTHROPIC = "anthropic";
  static final List<String> NAMES = List.of(OFFLINE, ANTHROPIC);

  private static final List<String> OFFLINE_LANGUAGES = List.of("en", "sv");

  /// What requests to the offline writer name as their model. A writer that writes differently is
  /// another model, so that its drafts are made again.
  static final String OFFLINE_MODEL = "offline-writer-1";

  /// Whether a provider writes a language. The offline writer writes English instead of another
  /// that it does not speak.
  static boolean speaks(String provider, String language) {
    return !provider.equals(OFFLINE)
        || OFFLINE_LANGUAGES.contains(Locale.forLanguageTag(language).getLanguage());
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
