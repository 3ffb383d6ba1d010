package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.error.Location;
import org.junit.jupiter.api.Test;

class PathScannerTest {

  private static Location whole(byte[] json) {
    PathScanner scanner = new PathScanner();
    scanner.scan(json, 0, json.length);
    return scanner.location();
  }

  private static Location byteByByte(byte[] json) {
    PathScanner scanner = new PathScanner();
    for (int i = 0; i < json.length; i++) {
      scanner.scan(json, i, i + 1);
    }
    return scanner.location();
  }

  @Provide
  Arbitrary<List<String>> tokens() {
    return Arbitraries.of(
            "[",
            "]",
            "{",
            "}",
            ",",
            ",",
            ", ",
            "\"a\"",
            "\"b\":",
            ":",
            "\n",
            "12",
            "-3.25e-7",
            "123456789012345678",
            "true",
            "\"\\\"é,\"",
            ",,,,,,,,",
            "1,2,3,4,5,",
            "/",
            "\"",
            "\\")
        .list()
        .ofMaxSize(40);
  }

  @Property
  void manyBytesAreScannedAsOneByOne(@ForAll("tokens") List<String> tokens) {
    byte[] json = String.join("", tokens).getBytes(StandardCharsets.UTF_8);
    assertEquals(byteByByte(json), whole(json));
  }

  @Test
  void itemsOfNumbersAreCounted() {
    byte[] json = "{\"a\":[1.5, -2,3e7,1234567890123,4,5,6,7,\n8".getBytes(StandardCharsets.UTF_8);
    assertEquals(new Location("$.a[8]", 42, 2, 2), whole(json));
  }
}
