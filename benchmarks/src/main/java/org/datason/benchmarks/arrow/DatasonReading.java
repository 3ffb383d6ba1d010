package org.datason.benchmarks.arrow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.datason.Datason;
import org.datason.arrow.ArrowFrames;
import org.datason.arrow.ArrowJson;
import org.datason.arrow.ArrowMemory;
import org.datason.arrow.ArrowTable;
import org.datason.arrow.VectorBatches;
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;

/**
 * Ours, into vectors that are all held until the end.
 *
 * @param threads how many workers it has
 * @param files the table
 * @param lines whether it is read from JSON Lines, not from an array
 * @param typed whether the columns are told, not inferred
 */
record DatasonReading(int threads, JsonFiles files, boolean lines, boolean typed) implements Task {

  @Override
  public String name() {
    return "Datason";
  }

  @Override
  public void run() {
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      read(allocator).forEach(ArrowTable::close);
    }
  }

  private List<ArrowTable> read(BufferAllocator allocator) {
    Datason datason = Datason.create().with(c -> c.workers(threads));
    BatchOptions options = BatchOptions.defaults();
    if (typed) {
      options = options.withSchema(files.frame().schema());
    }
    Path file = lines ? files.lines() : files.array();
    List<ArrowTable> tables = new ArrayList<>();
    try (VectorBatches batches = ArrowJson.read(datason, file, options, allocator)) {
      batches.forEachRemaining(tables::add);
    }
    return tables;
  }

  @Override
  public void check() {
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      List<ArrowTable> tables = read(allocator);
      List<Frame> frames = new ArrayList<>();
      tables.forEach(table -> frames.add(ArrowFrames.toFrame(table.root(), table.dictionaries())));
      files.check(frames);
      tables.forEach(ArrowTable::close);
    }
  }
}
