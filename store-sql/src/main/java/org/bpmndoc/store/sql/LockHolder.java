package org.bpmndoc.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells others which process has the lock, in a file beside the locked one: what is locked cannot
/// be read on every system. The file only informs; one left by a process that was killed means
/// nothing.
record LockHolder(StateFolder folder) {

  private static final Pattern TEXT =
      Pattern.compile("process [0-9]{1,19}( since [0-9TZ:.+-]{1,40})?");
  private static final Pattern PROCESS = Pattern.compile("^process ([0-9]{1,18})\\b");
  private static final int BYTES_MAX = 100;

  /// Makes the file anew: one that was there could be a link to somewhere else.
  void write() throws IOException {
    Files.deleteIfExists(folder.holder());
    try (SeekableByteChannel file =
        Files.newByteChannel(
            folder.holder(),
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            folder.ownersOnly("rw-------"))) {
      file.write(ByteBuffer.wrap(thisProcess().getBytes(StandardCharsets.UTF_8)));
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(folder.holder());
  }

  /// `process 4711 since 2026-11-25T22:22:28Z`, or that it is some process.
  String read() {
    try (InputStream file = Files.newInputStream(folder.holder(), LinkOption.NOFOLLOW_LINKS)) {
      String text = new String(file.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
      return TEXT.matcher(text).matches() ? text : "another process";
    } catch (IOException e) {
      return "another process";
    }
  }

  /// The same while that very process runs on this machine, seen without touching the lock.
  Optional<String> readIfAlive() {
    String text = read();
    Matcher process = PROCESS.matcher(text);
    return process.find()
        ? ProcessHandle.of(Long.parseLong(process.group(1)))
            .filter(ProcessHandle::isAlive)
            .filter(running -> words(running).equals(text))
            .map(_ -> text)
        : Optional.empty();
  }

  private static String thisProcess() {
    return words(ProcessHandle.current());
  }

  private static String words(ProcessHandle process) {
    return "process "
        + process.pid()
        + process.info().startInstant().map(start -> " since " + start).orElse("");
  }
}
