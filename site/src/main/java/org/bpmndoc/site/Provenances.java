package org.bpmndoc.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.bpmndoc.document.Document;
import org.bpmndoc.document.Lineage;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.site.SubjectPage.Provenance;
import org.bpmndoc.site.SubjectPage.SeenLine;

/// Where a document came from, put for people.
final class Provenances {

  static final String OFFLINE = "offline";

  private static final int DIGEST_DIGITS = 12;
  private static final int CHILDREN_MAX = 100;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Provenances() {}

  static boolean isOffline(Document document) {
    return document.origin().provider().equals(OFFLINE);
  }

  static String date(Instant instant) {
    return DATE.format(instant);
  }

  static Provenance of(SiteMap map, SubjectState.Documented written) {
    Document document = written.document();
    Document.Origin origin = document.origin();
    return new Provenance(
        isOffline(document),
        origin.provider(),
        origin.model(),
        origin.channel().name().toLowerCase(Locale.ROOT),
        origin.cost().toText(),
        tokens(origin.usage()),
        date(origin.writtenAt()),
        origin.writtenAt().truncatedTo(ChronoUnit.SECONDS).toString(),
        document.contract().toString(),
        shortened(document.fingerprint().hex()),
        lineage(map, written.lineage()));
  }

  private static String tokens(Usage usage) {
    return String.format(
        Locale.ROOT, "%,d in, %,d out", usage.promptTokens(), usage.outputTokens());
  }

  /// Children that have left the landscape are left out.
  private static Excerpt<SeenLine> lineage(SiteMap map, Lineage lineage) {
    List<Lineage.Seen> here =
        lineage.children().stream()
            .filter(seen -> map.landscape().subjects().containsKey(seen.child()))
            .toList();
    return new Excerpt<>(
        here.stream()
            .limit(CHILDREN_MAX)
            .map(seen ->
                new SeenLine(
                    map.entry(seen.child()),
                    words(seen.fidelity()),
                    words(seen.source()),
                    shortened(seen.digest()),
                    seen.note()))
            .toList(),
        new Layout.More(Math.max(0, here.size() - CHILDREN_MAX), ""));
  }

  private static String words(Lineage.Fidelity fidelity) {
    return switch (fidelity) {
      case FULL -> "full";
      case SUMMARY -> "summary";
      case OUTLINE -> "outline";
      case MISSING -> "missing";
    };
  }

  private static String words(Lineage.Source source) {
    return switch (source) {
      case THIS_RUN -> "this run";
      case CURRENT -> "current";
      case STALE -> "stale";
      case NONE -> "–";
    };
  }

  private static String shortened(String hex) {
    return hex.substring(0, Math.min(DIGEST_DIGITS, hex.length()));
  }
}
