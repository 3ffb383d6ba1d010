package org.datason.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each error says its message, its place and its cause. */
class DatasonExceptionTest {

  private static final Location PLACE = new Location("$.a[1]", 12, 2, 5);

  @Test
  void placeIsPartOfTheMessage() {
    for (DatasonException e :
        List.of(
            new JsonSyntaxException("no good", PLACE),
            new MismatchException("no good", PLACE),
            new LimitException("no good", PLACE),
            new UnsupportedTypeException("no good", PLACE),
            new DatasonIOException("no good", PLACE))) {
      assertEquals("no good at $.a[1] (line 2, column 5, offset 12)", e.getMessage());
      assertSame(PLACE, e.location());
      assertNull(e.getCause());
    }
  }

  @Test
  void errorMayHaveNoPlaceAndACause() {
    Exception cause = new Exception();
    for (DatasonException e :
        List.of(
            new JsonSyntaxException("no good", null, cause),
            new MismatchException("no good", null, cause),
            new LimitException("no good", null, cause),
            new UnsupportedTypeException("no good", null, cause),
            new DatasonIOException("no good", null, cause))) {
      assertEquals("no good", e.getMessage());
      assertNull(e.location());
      assertSame(cause, e.getCause());
    }
  }

  @Test
  void placeWithoutADocumentIsItsPath() {
    assertEquals("$.a[1]", Location.ofPath("$.a[1]").toString());
    assertEquals(new Location("$", -1, -1, -1), Location.ofPath("$"));
  }
}
