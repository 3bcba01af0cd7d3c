package org.bpmndoc.landscape;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// What happens to files: some of it by accident, some of it on purpose. The same seed does the
/// same to the same bytes.
public final class Mutation {

  /// The first five mostly leave a file well-formed, so that what comes after the parser is tried
  /// too.
  private enum Kind {
    RENAME,
    SAME_VALUE,
    HOSTILE_VALUE,
    DELETE_ELEMENT,
    REPEAT_ELEMENT,
    FLIP_BYTES,
    TRUNCATE,
    DUPLICATE_SPAN,
    DELETE_SPAN,
    SWAP_TAGS,
    SWAP_VALUES,
    NEST,
    INSERT,
    SPLICE,
    TRANSCODE,
    DECLARE
  }

  private static final int WELL_FORMED_KINDS = 5;
  private static final int SPAN_MAX = 2_000;
  private static final int RESULT_BYTES_MAX = 256 * 1024;

  private static final List<byte[]> INSERTIONS =
      List.of(
          bytes("&amp;"),
          bytes("&#0;"),
          bytes("&#x10FFFF;"),
          bytes("&#xD800;"),
          bytes("&#1114112;"),
          bytes("&#99999999999999999999;"),
          bytes("&unknown;"),
          bytes("&"),
          bytes("<"),
          bytes("]]>"),
          bytes("<![CDATA[ <task id='no'/> ]]>"),
          bytes("<![CDATA["),
          bytes("<!-- -- -->"),
          bytes("<!--"),
          bytes("<?xml version='1.1'?>"),
          bytes("<?target data?>"),
          bytes("<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"),
          bytes("<!DOCTYPE d SYSTEM 'file:///dev/zero'>"),
          bytes("<!ENTITY e SYSTEM 'http://127.0.0.1:1/none'>"),
          bytes(" xmlns=''"),
          bytes(" xmlns:xml='urn:x'"),
          bytes(" xmlns='http://www.w3.org/2000/xmlns/'"),
          bytes(" id='~2'"),
          bytes(" id='#'"),
          bytes(" name='&lt;script&gt;&#10;&#9;&#x202E;&#x1F3E6;'"),
          bytes("\u202E\u2066🏦\u0301\uFEFF"),
          bytes(" ".repeat(3_000)),
          bytes("x".repeat(70_000)),
          bytes("<a" + "x".repeat(2_000) + ">"),
          new byte[] {0},
          new byte[] {0, 0, 0, 0},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xC0, (byte) 0x80},
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
          new byte[] {27, '[', '2', 'J'});

  private static final List<String> ELEMENTS =
      List.of("subProcess", "lane", "extensionElements", "process", "x", "documentation");

  private static final List<String> NAMES =
      List.of(
          "callActivity",
          "subProcess",
          "userTask",
          "task",
          "process",
          "boundaryEvent",
          "startEvent",
          "exclusiveGateway",
          "sequenceFlow",
          "laneSet",
          "textAnnotation",
          "dataObject",
          "participant",
          "extensionElements",
          "documentation",
          "sourceRef",
          "targetRef",
          "calledElement",
          "default",
          "name=",
          "id=",
          "attachedToRef=",
          "MODEL",
          "DI");

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "#",
          "a#b~2",
          ":",
          "a:b:c",
          "${",
          "=",
          "../../etc",
          "&lt;/script&gt;&quot;",
          "&#9;&#10;&#13;",
          "\u202Eevil\u2066",
          "🏦".repeat(50),
          "true",
          "-1");

  private static final List<String> ENCODINGS =
      List.of(
          "UTF-8",
          "UTF-16",
          "UTF-16LE",
          "UTF-16BE",
          "UTF-32",
          "ISO-8859-1",
          "windows-1252",
          "US-ASCII",
          "IBM037",
          "Shift_JIS",
          "ISO-2022-JP",
          "x-JISAutoDetect",
          "no-such",
          "",
          "!");

  private final SplittableRandom random;
  private final List<byte[]> others;
  private final List<Kind> done = new ArrayList<>();

  private Mutation(long seed, List<byte[]> others) {
    this.random = new SplittableRandom(seed);
    this.others = others;
  }

  /// The bytes after one to four mutations, and which they were. `others` is what files are spliced
  /// with.
  public static Mutant of(byte[] original, List<byte[]> others, long seed) {
    Mutation mutation = new Mutation(seed, others);
    byte[] bytes = original;
    int kinds = mutation.random.nextBoolean() ? WELL_FORMED_KINDS : Kind.values().length;
    int count = 1 + mutation.random.nextInt(4);
    for (int i = 0; i < count; i++) {
      bytes = mutation.mutated(bytes, Kind.values()[mutation.random.nextInt(kinds)]);
    }
    return new Mutant(bytes, mutation.done.toString());
  }

  public record Mutant(byte[] bytes, String kinds) {}

  private byte[] mutated(byte[] bytes, Kind kind) {
    done.add(kind);
    byte[] result =
        switch (kind) {
          case FLIP_BYTES -> flipped(bytes);
          case RENAME -> renamed(bytes);
          case SAME_VALUE -> sameValue(bytes);
          case HOSTILE_VALUE -> hostileValue(bytes);
          case DELETE_ELEMENT -> withoutElement(bytes);
          case TRUNCATE -> Arrays.copyOf(bytes, place(bytes));
          case DUPLICATE_SPAN -> duplicated(bytes);
          case DELETE_SPAN -> deleted(bytes);
          case SWAP_TAGS -> swapped(bytes, this::tag);
          case SWAP_VALUES -> swapped(bytes, this::value);
          case REPEAT_ELEMENT -> repeated(bytes);
          case NEST -> nested(bytes);
          case INSERT -> inserted(bytes, INSERTIONS.get(random.nextInt(INSERTIONS.size())));
          case SPLICE -> spliced(bytes);
          case TRANSCODE -> transcoded(bytes);
          case DECLARE -> declared(bytes);
        };
    return result.length > RESULT_BYTES_MAX ? Arrays.copyOf(result, RESULT_BYTES_MAX) : result;
  }

  private byte[] flipped(byte[] bytes) {
    byte[] result = bytes.clone();
    int count = bytes.length == 0 ? 0 : 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      result[random.nextInt(result.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return result;
  }

  /// One kind of element or attribute becomes another everywhere, so that the file stays
  /// well-formed.
  private byte[] renamed(byte[] bytes) {
    String from = NAMES.get(random.nextInt(NAMES.size()));
    String to = NAMES.get(random.nextInt(NAMES.size()));
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace(from, to)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// One value of an attribute becomes that of another: ids that are used twice, references that
  /// lead elsewhere, circles.
  private byte[] sameValue(byte[] bytes) {
    int[] from = value(bytes, 0, bytes.length);
    int[] to = value(bytes, 0, bytes.length);
    return replaced(bytes, to[0], to[1], Arrays.copyOfRange(bytes, from[0], from[1]));
  }

  private byte[] hostileValue(byte[] bytes) {
    int[] to = value(bytes, 0, bytes.length);
    String value = VALUES.get(random.nextInt(VALUES.size()));
    return replaced(bytes, to[0], to[1], bytes("\"" + value + "\""));
  }

  /// A tag that opens and closes at once goes.
  private byte[] withoutElement(byte[] bytes) {
    int[] tag = tag(bytes, 0, bytes.length);
    return isWhole(bytes, tag) ? replaced(bytes, tag[0], tag[1], new byte[0]) : bytes;
  }

  private static boolean isWhole(byte[] bytes, int[] tag) {
    return tag[1] - tag[0] > 2 && bytes[tag[1] - 2] == '/';
  }

  private byte[] duplicated(byte[] bytes) {
    int from = place(bytes);
    return inserted(
        bytes, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + span())));
  }

  private byte[] deleted(byte[] bytes) {
    int from = place(bytes);
    return replaced(bytes, from, Math.min(bytes.length, from + 1 + span()), new byte[0]);
  }

  private interface Pieces {
    int[] between(byte[] bytes, int from, int to);
  }

  /// Two pieces of one kind change places.
  private byte[] swapped(byte[] bytes, Pieces pieces) {
    int[] first = pieces.between(bytes, 0, bytes.length / 2);
    int[] second = pieces.between(bytes, bytes.length / 2, bytes.length);
    if (first[1] > second[0]) {
      return bytes;
    }
    byte[] one = Arrays.copyOfRange(bytes, first[0], first[1]);
    byte[] other = Arrays.copyOfRange(bytes, second[0], second[1]);
    return replaced(replaced(bytes, second[0], second[1], one), first[0], first[1], other);
  }

  private byte[] repeated(byte[] bytes) {
    int[] tag = tag(bytes, 0, bytes.length);
    byte[] element = Arrays.copyOfRange(bytes, tag[0], tag[1]);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    int times = isWhole(bytes, tag) ? 1 + random.nextInt(1 << random.nextInt(14)) : 1;
    for (int i = 0; i < times; i++) {
      many.writeBytes(element);
    }
    return replaced(bytes, tag[1], tag[1], many.toByteArray());
  }

  private byte[] nested(byte[] bytes) {
    int[] tag = tag(bytes, 0, bytes.length);
    int depth = 1 << random.nextInt(14);
    String name = ELEMENTS.get(random.nextInt(ELEMENTS.size()));
    String closing = random.nextInt(3) == 0 ? "" : ("</" + name + ">").repeat(depth);
    return replaced(
        bytes, tag[0], tag[0], bytes(("<" + name + " id=\"n\">").repeat(depth) + closing));
  }

  private byte[] inserted(byte[] bytes, byte[] more) {
    int at = place(bytes);
    return replaced(bytes, at, at, more);
  }

  private byte[] spliced(byte[] bytes) {
    byte[] other = others.get(random.nextInt(others.size()));
    int to = tag(bytes, 0, bytes.length)[0];
    int from = tag(other, 0, other.length)[0];
    return replaced(bytes, to, bytes.length, Arrays.copyOfRange(other, from, other.length));
  }

  private byte[] transcoded(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String encoding = encoding();
    return Charset.isSupported(encoding) && Charset.forName(encoding).canEncode()
        ? text.getBytes(Charset.forName(encoding))
        : text.replace("\n", "\r").getBytes(StandardCharsets.UTF_8);
  }

  private String encoding() {
    String name = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
    return name.isEmpty() || name.equals("!") ? "UTF-8" : name;
  }

  private byte[] declared(byte[] bytes) {
    String name = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
    int end = indexOf(bytes, '>', 0);
    boolean hasOne = bytes.length > 1 && bytes[1] == '?' && end > 0;
    return replaced(
        bytes, 0, hasOne ? end + 1 : 0, bytes("<?xml version=\"1.0\" encoding=\"" + name + "\"?>"));
  }

  /// Where a tag begins and ends, after a random place between the two.
  private int[] tag(byte[] bytes, int from, int to) {
    return piece(bytes, indexOf(bytes, '<', somewhere(from, to)), '>');
  }

  /// Where the value of an attribute begins and ends, quotes included.
  private int[] value(byte[] bytes, int from, int to) {
    int equals = somewhere(from, to);
    do {
      equals = indexOf(bytes, '=', equals + 1);
    } while (equals >= 0 && equals + 1 < bytes.length && bytes[equals + 1] != '"');
    return piece(bytes, equals < 0 ? -1 : indexOf(bytes, '"', equals), '"');
  }

  private static int[] piece(byte[] bytes, int start, char close) {
    int end = start < 0 ? -1 : indexOf(bytes, close, start + 1);
    return end < 0 ? new int[] {bytes.length, bytes.length} : new int[] {start, end + 1};
  }

  private int somewhere(int from, int to) {
    return from >= to ? from : from + random.nextInt(to - from);
  }

  private int place(byte[] bytes) {
    return random.nextInt(bytes.length + 1);
  }

  private int span() {
    return random.nextInt(SPAN_MAX);
  }

  private static int indexOf(byte[] bytes, char wanted, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + by.length);
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
