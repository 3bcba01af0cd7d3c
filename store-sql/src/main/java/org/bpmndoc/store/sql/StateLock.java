package org.bpmndoc.store.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bpmndoc.store.sql.StateException.Kind;

/// The right to work on a state, held by at most one process. It is a lock of the operating system
/// and ends with its process, however that ends.
final class StateLock implements Hold {

  /// The lock files this JVM holds, with their channels, which would let go when collected. POSIX
  /// drops a process's lock on a file as soon as the process closes any descriptor of that file, so
  /// a file that is held must not even be opened again.
  private static final Map<Path, FileChannel> HELD_HERE = new HashMap<>();

  private final LockHolder holder;
  private final Path file;
  private final FileChannel channel;

  private StateLock(LockHolder holder, Path file, FileChannel channel) {
    this.holder = holder;
    this.file = file;
    this.channel = channel;
  }

  /// Takes the lock, or fails with who has it.
  static StateLock take(StateFolder folder) {
    LockHolder holder = new LockHolder(folder);
    synchronized (HELD_HERE) {
      try {
        Path file = folder.path().toRealPath().resolve(folder.lock().getFileName());
        FileChannel channel = open(folder, file).orElseThrow(() -> inUse(folder, holder));
        StateLock lock = new StateLock(holder, file, channel);
        HELD_HERE.put(file, channel);
        try {
          holder.write();
          return lock;
        } catch (IOException e) {
          lock.close();
          throw e;
        }
      } catch (IOException e) {
        throw folder.notWritable(e);
      }
    }
  }

  /// Empty where somebody else has the lock.
  private static Optional<FileChannel> open(StateFolder folder, Path file) throws IOException {
    if (HELD_HERE.containsKey(file)) {
      return Optional.empty();
    }
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            folder.ownersOnly("rw-------"));
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      throw new IllegalStateException(file + " is locked past StateLock", e);
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked ? Optional.of(channel) : Optional.empty();
  }

  private static StateException inUse(StateFolder folder, LockHolder holder) {
    return new StateException(
        Kind.IN_USE,
        folder.path() + " is being worked on by " + holder.read(),
        "wait for that process, or end it: the run can be resumed");
  }

  @Override
  public void close() {
    synchronized (HELD_HERE) {
      if (!channel.isOpen()) {
        return;
      }
      HELD_HERE.remove(file);
      try (channel) {
        holder.delete();
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be let go", e);
      }
    }
  }
}
