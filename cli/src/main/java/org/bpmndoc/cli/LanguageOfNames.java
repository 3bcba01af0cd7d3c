package org.bpmndoc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/// Which language the texts of a landscape are in, told by their letters, on this machine.
///
/// Texts are looked at in stretches, each by itself: a stretch of a landscape in two languages is
/// mostly in one of them, so that their shares come out, and the longest text does not decide
/// alone. Only languages that are written in a stretch's script are considered, and of those only
/// the ones that have a tag of two letters.
sealed interface LanguageOfNames {

  String ENGLISH = "en";

  record Told(String tag) implements LanguageOfNames {}

  /// There is less to read than anything could be told from.
  record TooFew() implements LanguageOfNames {}

  /// No language is clearly ahead of the others.
  record Unclear() implements LanguageOfNames {}

  static LanguageOfNames of(List<String> texts) {
    if (texts.stream().flatMapToInt(String::codePoints).filter(Character::isLetter).count()
        < Reading.LETTERS_MIN) {
      return new TooFew();
    }
    Map<String, Double> shares = Reading.shares(Reading.stretches(texts));
    List<Map.Entry<String, Double>> first =
        shares.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
            .limit(2)
            .toList();
    if (first.isEmpty()) {
      return new Unclear();
    }
    String tag = first.getFirst().getKey();
    double share = first.getFirst().getValue();
    double next = first.size() < 2 ? 0 : first.getLast().getValue();
    boolean certain = share >= Reading.SHARE_MIN && share >= next * Reading.TIMES_THE_NEXT;
    return certain || tag.equals(ENGLISH) ? new Told(tag) : new Unclear();
  }

  /// What it takes to tell.
  final class Reading {

    /// About ten words; less is taken for any language.
    private static final int LETTERS_MIN = 60;

    /// Of a text that is longer the beginning counts: one long documentation is not the house.
    private static final int TEXT_LENGTH_MAX = 200;

    private static final int STRETCH_LENGTH = 1_000;
    private static final int STRETCHES_MAX = 200;

    private static final double SHARE_MIN = 0.3;
    private static final double TIMES_THE_NEXT = 2;

    /// The library's codes (ISO 639-3) and the tags for them, by the script that they are written
    /// in.
    private static final Map<UnicodeScript, Map<String, String>> WRITTEN =
        Map.ofEntries(
            in(
                UnicodeScript.LATIN,
                "afr=af aze=az bos=bs cat=ca ces=cs cym=cy dan=da deu=de ekk=et eng=en eus=eu"
                    + " fin=fi fra=fr gle=ga glg=gl hrv=hr hun=hu ind=id isl=is ita=it lit=lt"
                    + " lvs=lv mlt=mt msa=ms nld=nl nno=nn nob=nb pol=pl por=pt ron=ro slk=sk"
                    + " slv=sl spa=es sqi=sq srp=sr swa=sw swe=sv tur=tr uzb=uz vie=vi"),
            in(
                UnicodeScript.CYRILLIC,
                "bel=be bul=bg kaz=kk kir=ky mkd=mk mon=mn rus=ru srp=sr ukr=uk uzb=uz"),
            in(UnicodeScript.ARABIC, "ara=ar pes=fa urd=ur"),
            in(UnicodeScript.ARMENIAN, "hye=hy"),
            in(UnicodeScript.BENGALI, "ben=bn"),
            in(UnicodeScript.DEVANAGARI, "hin=hi mar=mr nep=ne"),
            in(UnicodeScript.GEORGIAN, "kat=ka"),
            in(UnicodeScript.GREEK, "ell=el"),
            in(UnicodeScript.GUJARATI, "guj=gu"),
            in(UnicodeScript.HAN, "cmn=zh"),
            in(UnicodeScript.HANGUL, "kor=ko"),
            in(UnicodeScript.HEBREW, "heb=he"),
            in(UnicodeScript.HIRAGANA, "jpn=ja"),
            in(UnicodeScript.KANNADA, "kan=kn"),
            in(UnicodeScript.MALAYALAM, "mal=ml"),
            in(UnicodeScript.TAMIL, "tam=ta"),
            in(UnicodeScript.TELUGU, "tel=te"),
            in(UnicodeScript.THAI, "tha=th"));

    private static final LanguageDetectorModel MODEL = model();

    private Reading() {}

    private static Map.Entry<UnicodeScript, Map<String, String>> in(
        UnicodeScript script, String codes) {
      return Map.entry(
          script,
          Stream.of(codes.split(" "))
              .map(code -> code.split("="))
              .collect(Collectors.toUnmodifiableMap(code -> code[0], code -> code[1])));
    }

    private static LanguageDetectorModel model() {
      try (InputStream in = Reading.class.getResourceAsStream("/langdetect-183.bin")) {
        if (in == null) {
          throw new IllegalStateException("the model that tells languages is missing");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException("the model that tells languages cannot be read", e);
      }
    }

    /// Of a landscape with very many texts, stretches from all over it.
    private static List<String> stretches(List<String> texts) {
      List<String> all = new ArrayList<>();
      StringBuilder stretch = new StringBuilder();
      for (String text : texts) {
        text.codePoints().limit(TEXT_LENGTH_MAX).forEach(stretch::appendCodePoint);
        stretch.append('\n');
        if (stretch.length() >= STRETCH_LENGTH) {
          all.add(stretch.toString());
          stretch.setLength(0);
        }
      }
      if (all.isEmpty() || stretch.length() > STRETCH_LENGTH / 2) {
        all.add(stretch.toString());
      } else {
        all.add(all.removeLast() + stretch);
      }
      int count = Math.min(all.size(), STRETCHES_MAX);
      return IntStream.range(0, count)
          .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
          .toList();
    }

    /// How much of the stretches is in which language, by tag, summing up to at most 1.
    private static Map<String, Double> shares(List<String> stretches) {
      LanguageDetectorME detector = new LanguageDetectorME(MODEL);
      double length = stretches.stream().mapToInt(String::length).sum();
      Map<String, Double> shares = new TreeMap<>();
      for (String stretch : stretches) {
        Map<String, String> possible = WRITTEN.getOrDefault(script(stretch), Map.of());
        List<Language> found =
            Stream.of(detector.predictLanguages(stretch))
                .filter(language -> possible.containsKey(language.getLang()))
                .toList();
        double sum = found.stream().mapToDouble(Language::getConfidence).sum();
        found.forEach(language ->
            shares.merge(
                possible.getOrDefault(language.getLang(), ENGLISH),
                language.getConfidence() / sum * (stretch.length() / length),
                Double::sum));
      }
      return shares;
    }

    /// The script of most letters. Japanese is written in three at once, of which two are its own.
    private static UnicodeScript script(String text) {
      Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
      text.codePoints()
          .filter(Character::isLetter)
          .mapToObj(UnicodeScript::of)
          .map(script -> script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script)
          .forEach(script -> letters.merge(script, 1, Integer::sum));
      UnicodeScript most =
          letters.entrySet().stream()
              .max(
                  Map.Entry.<UnicodeScript, Integer>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(Map.Entry::getKey)
              .orElse(UnicodeScript.UNKNOWN);
      int own = letters.getOrDefault(UnicodeScript.HIRAGANA, 0);
      return most == UnicodeScript.HAN && own * 5 > letters.getOrDefault(most, 0)
          ? UnicodeScript.HIRAGANA
          : most;
    }
  }
}
