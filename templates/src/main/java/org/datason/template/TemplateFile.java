package org.datason.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.datason.Datason;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;

/**
 * Templates as files: JSON that says all that a template describes, to be read, edited and kept
 * beside the documents. {@code docs/templates.md} tells the format, and {@link #schema()} is a JSON
 * Schema of it.
 *
 * <pre>{@code
 * Template<Object> template = Template.infer(samples);
 * TemplateFile.write(template, Path.of("runs.template.json"));
 *
 * Template<Object> same = TemplateFile.read(Path.of("runs.template.json")).build();
 * Template<Object> places = TemplateFile.ready("geojson").build();
 * }</pre>
 *
 * <p>A file holds the description, and no settings, classes or handlers: objects are read as maps
 * by a template out of a file, which can be given settings, and turned into one of frames ({@link
 * Template#toFrames}). What is written and read again describes exactly the same.
 *
 * <p>All methods that read throw {@link org.datason.error.JsonSyntaxException} for what is not
 * JSON, {@link org.datason.error.MismatchException} for what is no template, and {@link
 * org.datason.error.DatasonIOException} where a file cannot be read.
 */
public final class TemplateFile {

  private static final List<String> NAMES =
      List.of("chat", "experiment-run", "geojson", "mlflow-run");

  private static final Datason DATASON = Datason.create().with(c -> c.exactNumbers(true).indent(2));

  private TemplateFile() {}

  /**
   * The text of the file that a template is kept in.
   *
   * @param template the template
   * @return JSON, indented
   * @throws org.datason.error.UnsupportedTypeException if a default is a value that cannot be
   *     written
   */
  public static String print(Template<?> template) {
    JsonWriter out = DATASON.writer();
    TemplatePrinter.print(template.root(), template.definitions(), out);
    return out.toString();
  }

  /**
   * Writes a template to a file: the whole of it or, after an error, what it held before.
   *
   * @param template the template
   * @param file the file; its folder must exist
   */
  public static void write(Template<?> template, Path file) {
    DATASON.savePieces(
        file,
        out -> {
          TemplatePrinter.print(template.root(), template.definitions(), out);
          out.endLine();
        });
  }

  /**
   * A template out of the text of its file.
   *
   * @param json the text
   * @return a builder of the template
   */
  public static TemplateBuilder<Object> parse(String json) {
    return builder(DATASON.reader(json));
  }

  /**
   * A template out of its file.
   *
   * @param file the file
   * @return a builder of the template
   */
  public static TemplateBuilder<Object> read(Path file) {
    InputStream in = Inputs.open(file);
    try {
      return builder(DATASON.reader(in));
    } finally {
      Inputs.close(in);
    }
  }

  private static TemplateBuilder<Object> builder(JsonReader in) {
    Description description = in.readValue(new TemplateParser());
    in.end();
    if (description == null) {
      throw new IllegalArgumentException("null is no template");
    }
    return Template.builder(description.root(), description.definitions());
  }

  /**
   * The names of the templates that come with the library.
   *
   * @return the names, in alphabetical order
   */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * A template that comes with the library: {@code chat}, a transcript of messages whose parts can
   * be nested; {@code experiment-run}, a line of an experiment log; {@code geojson} (RFC 7946); or
   * {@code mlflow-run}, a run as MLflow's REST interface returns it.
   *
   * @param name its name, one of {@link #names()}
   * @return a builder of the template
   * @throws IllegalArgumentException if there is none of that name
   */
  public static TemplateBuilder<Object> ready(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "There is no template named '" + name + "', but " + String.join(", ", NAMES));
    }
    return parse(resource(name + ".json"));
  }

  /**
   * The JSON Schema (2020-12) of template files, for editors that complete and check them.
   *
   * @return JSON
   */
  public static String schema() {
    return resource("template.schema.json");
  }

  private static String resource(String name) {
    try (InputStream in = TemplateFile.class.getResourceAsStream("/templates/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
