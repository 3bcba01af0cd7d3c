package org.bpmndoc.xml;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text that a file says is HTML, as plain text: what a reader would see, line by line. The result
/// may look like HTML again and is as untrusted as before.
public final class Markup {

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern BREAK =
      Pattern.compile("(?i)<(?:br|hr)\\b[^<>]*>|</(?:p|div|li|tr|h[1-6]|ul|ol|table)\\s*>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|[A-Za-z]{2,6});");
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private Markup() {}

  /// `format` is a media type, empty for plain text.
  public static String plain(String text, String format) {
    if (!format.toLowerCase(Locale.ROOT).contains("html")) {
      return text;
    }
    String lines = BREAK.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("\n");
    return ENTITY.matcher(TAG.matcher(lines).replaceAll("")).replaceAll(Markup::character).strip();
  }

  private static String character(MatchResult entity) {
    String name = entity.group(1);
    String found =
        name.startsWith("#")
            ? character(Integer.parseInt(name.substring(1)))
            : ENTITIES.getOrDefault(name.toLowerCase(Locale.ROOT), entity.group());
    return Matcher.quoteReplacement(found);
  }

  private static String character(int codePoint) {
    return Character.isValidCodePoint(codePoint) && !Character.isISOControl(codePoint)
        ? Character.toString(codePoint)
        : " ";
  }
}
