package org.bpmndoc.emulator.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of one language that need no grammar, from a file beside this class.
final class Templates {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final String CAPITAL = "^";

  private final Properties templates = new Properties();

  Templates(String resource) {
    try (InputStream in = Templates.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from this program");
      }
      templates.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  Set<String> keys() {
    return templates.stringPropertyNames();
  }

  /// Names are put in as they are, whatever stands in them.
  String filled(String key, String... names) {
    String template = templates.getProperty(key);
    if (template == null) {
      throw new IllegalStateException("there is no sentence for " + key);
    }
    boolean capital = template.startsWith(CAPITAL);
    String text =
        PLACE
            .matcher(capital ? template.substring(CAPITAL.length()) : template)
            .replaceAll(place -> Matcher.quoteReplacement(names[Integer.parseInt(place.group(1))]));
    return capital ? capital(text) : text;
  }

  static String capital(String text) {
    int first = text.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + text.substring(Character.charCount(first));
  }
}
