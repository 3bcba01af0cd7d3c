package org.bpmndoc.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import org.bpmndoc.run.Changes;

/// Changes as one page that needs nothing else: no script, and no style but its own.
final class ChangesPage {

  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
      del{background:#fdd;text-decoration:line-through}ins{background:#dfd;text-decoration:none}
      code{overflow-wrap:anywhere}summary{cursor:pointer}
      @media(prefers-color-scheme:dark){body{background:#111;color:#eee}del{background:#622}ins{background:#252}}
      """;

  private ChangesPage() {}

  static String of(Changes changes, Since since) {
    ChangesHtml html = new ChangesHtml(ChangesPage::escaped, ChangesPage::escaped);
    String title = escaped(ChangeWords.summary(changes, since));
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width">
    <title>%s</title>
    <style>%s</style>
    </head>
    <body>
    <h1>%s</h1>
    %s</body>
    </html>
    """
        .formatted(
            sha256(STYLE),
            title,
            STYLE,
            title,
            changes.all().stream().map(html::change).collect(Collectors.joining()));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
