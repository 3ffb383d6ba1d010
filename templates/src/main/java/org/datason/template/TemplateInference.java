package org.datason.template;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.datason.Datason;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;

/**
 * Finds out what documents have in common, sample by sample, and makes a template of it. What each
 * sample has is required, what is null in one may be null, and numbers become the narrowest type
 * that loses no digit of any. Texts that are all UUIDs, dates, times or durations are read as
 * those; texts that come again and again are kept once. Not thread-safe; it holds what it found
 * out, and no sample.
 *
 * <pre>{@code
 * Template<Object> template = new TemplateInference()
 *     .addEach(Path.of("runs.jsonl"))
 *     .add("{\"id\": 7, \"note\": null}")
 *     .builder()
 *     .build();
 * System.out.println(TemplateFile.print(template));
 * }</pre>
 *
 * <p>A document of another kind, such as one with text where all samples have a number, is refused
 * by the template: the more samples, the better it is.
 */
public final class TemplateInference {

  private static final Datason DATASON = Datason.create();

  private final Observation root = new Observation();

  /** No samples yet. */
  public TemplateInference() {}

  /**
   * Looks at a sample.
   *
   * @param json a document, in UTF-8
   * @return this
   */
  public TemplateInference add(byte[] json) {
    return whole(DATASON.reader(json));
  }

  /**
   * Looks at a sample.
   *
   * @param json a document
   * @return this
   */
  public TemplateInference add(String json) {
    return whole(DATASON.reader(json));
  }

  private TemplateInference whole(JsonReader in) {
    add(in);
    in.end();
    return this;
  }

  /**
   * Looks at the value that comes next in a reader, which goes on behind it.
   *
   * @param in the reader
   * @return this
   */
  public TemplateInference add(JsonReader in) {
    root.observe(in);
    return this;
  }

  /**
   * Looks at each value of an array, or of JSON Lines, as a sample.
   *
   * @param json the document, in UTF-8; it is not closed
   * @return this
   */
  public TemplateInference addEach(InputStream json) {
    JsonReader in = DATASON.reader(json);
    if (in.peek() == JsonToken.BEGIN_ARRAY) {
      in.beginArray();
      while (in.hasNext()) {
        add(in);
      }
      in.endArray();
      in.end();
    } else {
      while (in.hasNext()) {
        add(in);
      }
    }
    return this;
  }

  /**
   * Looks at each value of an array, or of JSON Lines, as a sample.
   *
   * @param file the file; one whose name ends with {@code .gz} is decompressed
   * @return this
   */
  public TemplateInference addEach(Path file) {
    InputStream in = Inputs.open(file);
    try {
      return addEach(in);
    } finally {
      Inputs.close(in);
    }
  }

  /**
   * What all samples so far have in common.
   *
   * @return a builder of the template, which reads each of them
   * @throws IllegalStateException if there was no sample
   */
  public TemplateBuilder<Object> builder() {
    if (root.isEmpty()) {
      throw new IllegalStateException("A template cannot be inferred without a sample");
    }
    return Template.builder(root.node("object"), Map.of());
  }
}
