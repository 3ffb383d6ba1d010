package org.datason.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.datason.Datason;
import org.datason.config.Decimals;
import org.datason.config.Recognition;

/**
 * What a template takes over from a JSON Schema (2020-12, and what older drafts share with it), and
 * what it does not.
 *
 * <pre>{@code
 * SchemaImport schema = SchemaImport.of(Files.readString(Path.of("run.schema.json")));
 * schema.notes().forEach(System.err::println); // #/properties/name: pattern is not carried out
 * Template<Object> template = schema.builder().build();
 * }</pre>
 *
 * <p>Taken over are: {@code type} (with {@code null} beside others), {@code properties}, {@code
 * required}, {@code additionalProperties}, {@code items}, {@code prefixItems} of one kind, {@code
 * enum} and {@code const} of texts, {@code format} of dates, times, durations, UUIDs and widths of
 * numbers, {@code contentEncoding} base64, {@code minimum}, {@code maximum}, the bounds of lengths
 * and sizes, {@code default}, {@code $ref} within the document, and {@code oneOf} or {@code anyOf}
 * that a member with a {@code const} tells apart. An {@code integer} is one of 64 bits where its
 * bounds do not ask for more, a {@code number} a double, and a {@code date-time} has an offset.
 *
 * @param root what a document is
 * @param definitions what is described under the names that a {@link Node.Ref} refers to
 * @param notes what of the schema is not carried out, each with its place in it; such documents are
 *     read, too
 */
public record SchemaImport(Node root, Map<String, Node> definitions, List<String> notes) {

  private static final Datason DATASON =
      Datason.create().with(c -> c.recognition(Recognition.OFF).decimals(Decimals.BIG_DECIMAL));

  /**
   * Checks that nothing is null.
   *
   * @param root see the component
   * @param definitions see the component
   * @param notes see the component
   */
  public SchemaImport {
    Objects.requireNonNull(root, "root");
    definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
    notes = List.copyOf(notes);
  }

  /**
   * Reads a schema.
   *
   * @param json the schema
   * @return what a template takes over
   * @throws org.datason.error.JsonSyntaxException if it is not JSON
   * @throws IllegalArgumentException if it is no schema: a keyword has a value of another kind than
   *     it takes, or a reference leads nowhere
   */
  public static SchemaImport of(String json) {
    return new SchemaReader(DATASON.fromJson(json)).read();
  }

  /**
   * The template of the schema.
   *
   * @return a builder
   */
  public TemplateBuilder<Object> builder() {
    return Template.builder(root, definitions);
  }
}
