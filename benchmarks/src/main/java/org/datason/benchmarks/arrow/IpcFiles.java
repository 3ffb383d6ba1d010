package org.datason.benchmarks.arrow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.datason.arrow.ArrowBatches;
import org.datason.arrow.ArrowFiles;
import org.datason.arrow.ArrowFrames;
import org.datason.arrow.ArrowMemory;
import org.datason.arrow.ArrowTable;
import org.datason.arrow.Compression;
import org.datason.frame.Frame;

/**
 * Files of Arrow's IPC format, by ours and by Arrow's own API. Ours begins and ends with a frame,
 * so it copies once more in each direction than Arrow's, which begins and ends with vectors.
 *
 * @param files the table
 * @param table its vectors
 * @param compression how buffers are compressed
 * @param file what is written and read
 */
record IpcFiles(JsonFiles files, ArrowTable table, Compression compression, Path file) {

  static void measure(JsonFiles files, ArrowTable table, int rounds) throws Exception {
    for (Compression compression : List.of(Compression.NONE, Compression.ZSTD)) {
      IpcFiles ipc = new IpcFiles(files, table, compression, files.folder().resolve("table.arrow"));
      ipc.writeOurs();
      long size = Files.size(ipc.file);
      new Contest("Arrow file, " + compression + ", written", size, ipc.writing()).run(rounds);
      ipc.writeOurs();
      new Contest("Arrow file, " + compression + ", read", size, ipc.reading()).run(rounds);
    }
  }

  private List<Task> writing() {
    return List.of(
        new Way("Datason, from a frame", 1, this::writeOurs, () -> checked(this::writeOurs)),
        new Way(
            "Arrow's API, from vectors", 1, this::writeTheirs, () -> checked(this::writeTheirs)));
  }

  private void checked(Way.Body writing) throws Exception {
    writing.run();
    files.check(ArrowFiles.read(file));
  }

  private void writeOurs() {
    ArrowFiles.write(file, files.frame(), compression);
  }

  private void writeTheirs() throws IOException {
    CodecType codec = compression == Compression.NONE ? CodecType.NO_COMPRESSION : CodecType.ZSTD;
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        ArrowFileWriter writer =
            new ArrowFileWriter(
                table.root(),
                table.dictionaries(),
                channel,
                Map.of(),
                IpcOption.DEFAULT,
                compression == Compression.NONE
                    ? NoCompressionCodec.Factory.INSTANCE
                    : CommonsCompressionFactory.INSTANCE,
                codec,
                Optional.empty())) {
      writer.start();
      writer.writeBatch();
      writer.end();
    }
  }

  private List<Task> reading() {
    return List.of(
        new Way("Datason, to frames", 1, () -> frames(false), () -> files.check(frames(false))),
        new Way(
            "Datason, mapped, to frames", 1, () -> frames(true), () -> files.check(frames(true))),
        new Way("Arrow's API, to vectors", 1, this::readTheirs, () -> files.check(theirFrames())),
        new Way(
            "Arrow's API, vectors to frames",
            1,
            this::theirFrames,
            () -> files.check(theirFrames())));
  }

  private List<Frame> frames(boolean mapped) {
    try (ArrowBatches batches = mapped ? ArrowFiles.map(file) : ArrowFiles.batches(file)) {
      List<Frame> frames = new ArrayList<>();
      batches.forEachRemaining(frames::add);
      return frames;
    }
  }

  private void readTheirs() throws IOException {
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowFileReader reader = reader(allocator)) {
      while (reader.loadNextBatch()) {
        VectorSchemaRoot root = reader.getVectorSchemaRoot();
        JsonFiles.check(root.getRowCount() > 0, "number of rows");
      }
    }
  }

  private List<Frame> theirFrames() throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowFileReader reader = reader(allocator)) {
      while (reader.loadNextBatch()) {
        frames.add(ArrowFrames.toFrame(reader.getVectorSchemaRoot(), reader));
      }
    }
    return frames;
  }

  private ArrowFileReader reader(BufferAllocator allocator) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return new ArrowFileReader(channel, allocator, CommonsCompressionFactory.INSTANCE);
  }
}
