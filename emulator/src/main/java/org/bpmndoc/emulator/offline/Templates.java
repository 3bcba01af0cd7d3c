package org.bpmndoc.emulator.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of one language and the parts that they are made of, from a file beside this
/// class.
final class Templates {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Pattern BETWEEN_PARTS = Pattern.compile("\\s*\\|\\s*");

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
    return put(template(key), names);
  }

  /// The parts of a template that has bars between them.
  List<String> parts(String key, String... names) {
    return Arrays.stream(BETWEEN_PARTS.split(template(key), -1))
        .map(part -> put(part, names))
        .toList();
  }

  private static String put(String template, String[] names) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(names[Integer.parseInt(place.group(1))]))
        .strip();
  }

  private String template(String key) {
    String template = templates.getProperty(key);
    if (template == null) {
      throw new IllegalStateException("there is no sentence for " + key);
    }
    return template;
  }
}
