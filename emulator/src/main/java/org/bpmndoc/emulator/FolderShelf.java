package org.bpmndoc.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Keeps batches in a folder, so that they outlive the process: `ID.requests.jsonl` as they were
/// sent, and `ID.json` with the rest.
///
/// Both are written under another name and then moved, the state last: a batch without its state
/// was never created. One process at a time may use a folder. What is made here can be read by its
/// owner only.
public final class FolderShelf implements BatchShelf {

  private static final String STATE = ".json";
  private static final String REQUESTS = ".requests.jsonl";

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Path folder;
  private final Map<Long, StoredBatch> batches = new ConcurrentSkipListMap<>();

  /// Opens a folder, which is made where it is missing.
  public FolderShelf(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder, ownersOnly(folder, "rwx------"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(STATE)).toList()) {
        StoredBatch batch = read(file);
        batches.put(batch.sequence(), batch);
      }
    }
  }

  private StoredBatch read(Path file) throws IOException {
    ObjectNode state = (ObjectNode) mapper.readTree(Files.readAllBytes(file));
    if (!state.has("workspace")) {
      // Kept by a version that knew no prompt cache.
      state.put("workspace", "").putObject("cached");
    }
    return mapper.treeToValue(state, StoredBatch.class);
  }

  @Override
  public List<StoredBatch> batches() {
    return List.copyOf(batches.values());
  }

  @Override
  public void add(StoredBatch batch, List<BatchRequest> requests) {
    try {
      write(
          batch.id() + REQUESTS,
          out -> {
            for (BatchRequest request : requests) {
              out.write(mapper.writeValueAsBytes(request));
              out.write('\n');
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("batch " + batch.id() + " cannot be kept", e);
    }
    update(batch);
  }

  @Override
  public void update(StoredBatch batch) {
    try {
      write(batch.id() + STATE, out -> out.write(mapper.writeValueAsBytes(batch)));
      batches.put(batch.sequence(), batch);
      if (batch.deleted()) {
        Files.deleteIfExists(folder.resolve(batch.id() + REQUESTS));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("batch " + batch.id() + " cannot be kept", e);
    }
  }

  @Override
  public List<BatchRequest> requests(StoredBatch batch) {
    List<BatchRequest> requests = new ArrayList<>(batch.size());
    try (Stream<String> lines =
        Files.lines(folder.resolve(batch.id() + REQUESTS), StandardCharsets.UTF_8)) {
      lines.forEach(line -> requests.add(mapper.readValue(line, BatchRequest.class)));
    } catch (IOException e) {
      throw new UncheckedIOException("the requests of batch " + batch.id() + " are gone", e);
    }
    return requests;
  }

  private void write(String name, ApiReply.Body content) throws IOException {
    Path draft = folder.resolve(name + ".part");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING),
            ownersOnly(folder, "rw-------"))) {
      OutputStream out = new java.io.BufferedOutputStream(Channels.newOutputStream(channel));
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
    Files.move(
        draft,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownersOnly(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
