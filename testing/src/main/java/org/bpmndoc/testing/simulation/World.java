package org.bpmndoc.testing.simulation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.bpmndoc.document.Fingerprint;
import org.bpmndoc.landscape.SubjectId;
import org.bpmndoc.plan.Channel;
import org.bpmndoc.plan.ModelPrice;
import org.bpmndoc.plan.Usage;
import org.bpmndoc.plan.Usd;

/// A made-up landscape: its subjects, children first, the channel each has been given, and what
/// comes of asking for each when nothing else goes wrong.
final class World {

  static final int PROMPT_TOKENS_MAX = 50;
  static final int ANSWER_TOKENS_MAX = 100;

  /// Of most models, and of those for which some requests are written.
  private static final long WIDE_WINDOW = 1_000_000;

  private static final long NARROW_WINDOW = PROMPT_TOKENS_MAX + ANSWER_TOKENS_MAX - 1;

  /// `label` stands for everything a subject says about itself: subjects with the same label and
  /// children are clones.
  record Subject(
      SubjectId id, String label, List<SubjectId> children, Channel channel, Nature nature) {}

  enum Nature {
    ANSWERED,
    /// The same, but by the bound alone it might not fit its model's window.
    DOUBTFUL,
    /// The model refuses, and is paid for it.
    REFUSED,
    /// The answer is cut off, and paid for.
    CUT_OFF,
    /// The provider takes it for invalid.
    INVALID,
    /// By the provider's count it does not fit its model's window, so it is never sent.
    TOO_LARGE;

    boolean isAnswered() {
      return this == ANSWERED || this == DOUBTFUL;
    }

    /// Whether only a count tells if it fits.
    boolean isInDoubt() {
      return this == DOUBTFUL || this == TOO_LARGE;
    }

    long contextWindowTokens() {
      return isInDoubt() ? NARROW_WINDOW : WIDE_WINDOW;
    }
  }

  private final Map<SubjectId, Subject> subjects = new LinkedHashMap<>();

  /// Adds a subject whose children are there already.
  World add(String name, Channel channel, Nature nature, List<SubjectId> children) {
    return add(new Subject(id(name), name, children, channel, nature));
  }

  private World add(Subject subject) {
    subjects.put(subject.id(), subject);
    return this;
  }

  static SubjectId id(String name) {
    return new SubjectId("world.bpmn#" + name);
  }

  /// One to some dozens of subjects.
  static World random(SplittableRandom random) {
    World world = new World();
    int size = 1 + random.nextInt(random.nextInt(8) == 0 ? 48 : 16);
    int strategy = random.nextInt(5);
    boolean hopeless = random.nextInt(4) == 0;
    List<Subject> before = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String name = "s" + i;
      List<SubjectId> children = someOf(before, random);
      Channel channel =
          switch (strategy) {
            case 0 -> Channel.DIRECT;
            case 1 -> Channel.BATCH;
            case 2 -> children.isEmpty() ? Channel.BATCH : Channel.DIRECT;
            default -> random.nextBoolean() ? Channel.BATCH : Channel.DIRECT;
          };
      Nature[] natures = Nature.values();
      Nature nature =
          hopeless && random.nextInt(6) == 0
              ? natures[random.nextInt(natures.length)]
              : random.nextInt(8) == 0 ? Nature.DOUBTFUL : Nature.ANSWERED;
      Subject subject = new Subject(id(name), name, children, channel, nature);
      if (i > 0 && random.nextInt(10) == 0) {
        Subject twin = before.get(random.nextInt(i));
        subject = new Subject(id(name), twin.label(), twin.children(), channel, twin.nature());
      }
      before.add(subject);
      world.add(subject);
    }
    return world;
  }

  private static List<SubjectId> someOf(List<Subject> before, SplittableRandom random) {
    List<SubjectId> children = new ArrayList<>();
    int wanted = before.isEmpty() || random.nextInt(5) < 2 ? 0 : 1 + random.nextInt(4);
    for (int i = 0; i < wanted; i++) {
      SubjectId child = before.get(random.nextInt(before.size())).id();
      if (!children.contains(child)) {
        children.add(child);
      }
    }
    return children;
  }

  Collection<Subject> subjects() {
    return Collections.unmodifiableCollection(subjects.values());
  }

  Subject subject(SubjectId id) {
    return Objects.requireNonNull(subjects.get(id));
  }

  Nature nature(String text) {
    String label = text.substring(0, text.indexOf('['));
    return subjects.values().stream()
        .filter(subject -> subject.label().equals(label))
        .findFirst()
        .orElseThrow()
        .nature();
  }

  /// What the provider counts for a prompt.
  long promptTokens(String text) {
    return nature(text) == Nature.TOO_LARGE ? PROMPT_TOKENS_MAX : PROMPT_TOKENS_MAX - 1;
  }

  /// What is sent for a subject whose children's documents say this.
  static String text(Subject subject, List<String> summaries) {
    return subject.label() + summaries;
  }

  /// What the model says to that.
  static String answer(String text) {
    return "doc " + fingerprint(text).hex().substring(0, 16);
  }

  static Usage usage(String text) {
    int drawn = text.hashCode() & 0xff;
    return Usage.of(10 + drawn % (PROMPT_TOKENS_MAX - 10), 1 + drawn % ANSWER_TOKENS_MAX);
  }

  /// A tenth of a cent a token of an answer, a tenth of that a token of a prompt.
  static final ModelPrice PRICE =
      new ModelPrice(
          "simulated",
          new BigDecimal("0.5"),
          List.of(
              new ModelPrice.Tier(
                  OptionalLong.empty(),
                  BigDecimal.valueOf(100),
                  BigDecimal.valueOf(1_000),
                  BigDecimal.valueOf(125),
                  BigDecimal.valueOf(200),
                  BigDecimal.valueOf(10))),
          0,
          Optional.empty(),
          "a simulation");

  static Usd cost(Usage usage, Channel channel) {
    return PRICE.cost(usage, channel);
  }

  static Usd costMax(Channel channel) {
    return cost(Usage.of(PROMPT_TOKENS_MAX, ANSWER_TOKENS_MAX), channel);
  }

  static Fingerprint fingerprint(String text) {
    try {
      return new Fingerprint(
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(text.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
