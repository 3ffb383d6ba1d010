package org.datason.benchmarks.arrow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.datason.arrow.ArrowMemory;

/**
 * Jackson's parser and Arrow's vectors put together by hand, without a String for a value.
 *
 * @param files the table
 * @param lines whether it is read from JSON Lines, not from an array
 */
record JacksonReading(JsonFiles files, boolean lines) implements Task {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

  private static final SerializedString[] NAMES = names();

  private static SerializedString[] names() {
    SerializedString[] names = new SerializedString[JsonFiles.COLUMNS.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = new SerializedString(JsonFiles.COLUMNS[i]);
    }
    return names;
  }

  @Override
  public String name() {
    return "Jackson by hand";
  }

  @Override
  public int threads() {
    return 1;
  }

  @Override
  public void run() throws IOException {
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      read(allocator).forEach(HandMadeBatch::close);
    }
  }

  @Override
  public void check() throws IOException {
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      List<HandMadeBatch> batches = read(allocator);
      files.check(batches.stream().map(HandMadeBatch::frame).toList());
      batches.forEach(HandMadeBatch::close);
    }
  }

  private List<HandMadeBatch> read(BufferAllocator allocator) throws IOException {
    List<HandMadeBatch> batches = new ArrayList<>();
    HandMadeBatch batch = null;
    try (InputStream in = Files.newInputStream(lines ? files.lines() : files.array());
        JsonParser parser = FACTORY.createParser(in)) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t == JsonToken.START_OBJECT) {
          if (batch == null || batch.isFull()) {
            batch = new HandMadeBatch(allocator);
            batches.add(batch);
          }
          row(parser, batch);
        }
      }
    }
    return batches;
  }

  private static void row(JsonParser parser, HandMadeBatch batch) throws IOException {
    for (int i = 0; i < NAMES.length; i++) {
      int column = i;
      if (!parser.nextFieldName(NAMES[i])) {
        column = List.of(JsonFiles.COLUMNS).indexOf(parser.currentName());
      }
      if (parser.nextToken() != JsonToken.VALUE_NULL) {
        value(parser, batch, column);
      }
    }
    parser.nextToken();
    batch.endRow();
  }

  private static void value(JsonParser parser, HandMadeBatch batch, int column) throws IOException {
    switch (column) {
      case 0 -> batch.setLong(parser.getLongValue());
      case 1 -> batch.setValue(parser.getDoubleValue());
      case 2 -> batch.setSparse(parser.getDoubleValue());
      case 5 -> batch.setFlag(parser.currentToken() == JsonToken.VALUE_TRUE);
      default -> {
        char[] text = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int length = parser.getTextLength();
        switch (column) {
          case 3 -> batch.setCategory(text, from, length);
          case 4 -> batch.setName(text, from, length);
          case 6 -> batch.setTime(TextParsing.micros(text, from, length));
          default ->
              batch.setUuid(
                  TextParsing.half(text, from, true), TextParsing.half(text, from, false));
        }
      }
    }
  }
}
