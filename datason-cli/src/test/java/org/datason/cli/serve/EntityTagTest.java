package org.datason.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.datason.http.BodyForm;
import org.datason.http.ContentCoding;
import org.datason.http.MediaType;
import org.junit.jupiter.api.Test;

/** Tags, which must be the same after a restart. */
class EntityTagTest {

  @Test
  void tagsAreTheSameInEachProcess() {
    assertEquals("\"1-2.c3ac333a\"", EntityTag.of("1-2", BodyForm.of(MediaType.CSV)));
    assertEquals(
        "\"1-2.8c5109d6\"", EntityTag.of("1-2", new BodyForm(MediaType.CSV, ContentCoding.GZIP)));
  }
}
