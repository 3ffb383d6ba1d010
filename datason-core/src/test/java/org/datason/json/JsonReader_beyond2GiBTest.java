package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datason.config.DatasonConfig;
import org.junit.jupiter.api.Test;

/**
 * A stream read item by item: what the window holds is right however much has passed through it.
 */
class JsonReader_beyond2GiBTest {

  private static final int STRINGS = 130; // of 16 MiB: a little more than 2 GiB
  private static final int NUMBERS = 100_000;

  @Test
  void itemsBehindTheFirst2GiBAreWhole() {
    byte[] text = ('"' + "z".repeat(16 << 20) + "\",").getBytes(StandardCharsets.UTF_8);
    byte[] numbers = ("12345678,".repeat(NUMBERS) + "1]").getBytes(StandardCharsets.UTF_8);
    Stream<InputStream> parts =
        Stream.of(
                Stream.of(new byte[] {'['}),
                IntStream.range(0, STRINGS).mapToObj(i -> text),
                Stream.of(numbers))
            .flatMap(s -> s)
            .map(ByteArrayInputStream::new);
    InputStream all = new SequenceInputStream(Collections.enumeration(parts.toList()));
    DatasonConfig config = DatasonConfig.builder().maxBytes(Long.MAX_VALUE).build();
    JsonReader in = new JsonReader(config, null, all);
    in.beginArray();
    for (int i = 0; i < STRINGS; i++) {
      in.skipValue();
    }
    for (int i = 0; i < NUMBERS; i++) {
      assertEquals(12345678, in.readLong());
    }
    assertEquals(1, in.readInt());
    in.endArray();
    in.end();
  }
}
