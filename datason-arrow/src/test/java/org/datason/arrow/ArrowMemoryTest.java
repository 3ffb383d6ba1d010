package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.junit.jupiter.api.Test;

/** What is said where Java was started without the flag that Arrow needs. */
class ArrowMemoryTest {

  private static final String OPEN = "--add-opens=java.base/java.nio=ALL-UNNAMED";

  /** Prints what is thrown. */
  public static void main(String[] args) {
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      allocator.buffer(8).close();
      System.out.println("works");
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }

  @Test
  void theMissingFlagIsNamed() throws Exception {
    String expected = "Arrow needs the JVM flag " + OPEN + "; start Java with it\n0";
    assertEquals(expected, ChildJava.run(List.of(), ArrowMemoryTest.class).replace("\r", ""));
  }

  @Test
  void withTheFlagItWorks() throws Exception {
    List<String> flags =
        List.of(
            OPEN,
            "-Dslf4j.internal.verbosity=ERROR",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow");
    assertEquals("works\n0", ChildJava.run(flags, ArrowMemoryTest.class).replace("\r", ""));
  }
}
