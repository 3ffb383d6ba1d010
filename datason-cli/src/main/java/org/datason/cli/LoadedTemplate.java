package org.datason.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import org.datason.Datason;
import org.datason.config.Recognition;
import org.datason.error.DatasonException;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.template.Node;
import org.datason.template.SchemaImport;
import org.datason.template.Template;
import org.datason.template.TemplateBuilder;
import org.datason.template.TemplateFile;

/** The template that a command line names: one in a file, or one that comes along. */
final class LoadedTemplate {

  /** What the parameter takes. */
  static final String DESCRIPTION =
      "The template: a template file, a JSON Schema (2020-12), or one that comes along: chat,"
          + " experiment-run, geojson or mlflow-run.";

  private static final Datason PLAIN = Datason.create().with(c -> c.recognition(Recognition.OFF));

  private final Template<Object> whole;

  /**
   * The template of the items of a document that is an array: another one, or the same where
   * objects are described; null where such documents are not gone through.
   */
  private final Template<Object> item;

  private LoadedTemplate(TemplateBuilder<Object> builder, Datason datason) {
    whole = builder.datason(datason).build();
    Node root = resolve(whole.root(), whole.definitions());
    boolean isOfObjects =
        root instanceof Node.Members || root instanceof Node.Tagged || root instanceof Node.Entries;
    item =
        root instanceof Node.Items items
            ? Template.builder(items.item(), whole.definitions()).datason(datason).build()
            : isOfObjects ? whole : null;
  }

  private static Node resolve(Node node, Map<String, Node> definitions) {
    Node at = node;
    while (at instanceof Node.Ref ref) {
      at = definitions.get(ref.name());
    }
    return at;
  }

  /**
   * Loads a template.
   *
   * @param name a file, or one of {@link TemplateFile#names()}
   * @param datason whose settings it has
   * @param notes is told of what in a JSON Schema is not carried out
   */
  static LoadedTemplate of(
      String name, Datason datason, StandardStreams streams, PrintWriter notes) {
    if (TemplateFile.names().contains(name) && !Files.exists(Path.of(name))) {
      return new LoadedTemplate(TemplateFile.ready(name), datason);
    }
    try (Source source = Source.open(name, Format.JSON, streams)) {
      String json = new String(source.readBytes(), StandardCharsets.UTF_8);
      if (PLAIN.fromJson(json) instanceof Map<?, ?> map && map.containsKey("template")) {
        return new LoadedTemplate(TemplateFile.parse(json), datason);
      }
      SchemaImport schema = SchemaImport.of(json);
      schema.notes().forEach(note -> notes.println("note: " + Text.line(name + ": " + note)));
      return new LoadedTemplate(schema.builder(), datason);
    } catch (DatasonException e) {
      throw Errors.in(name, e);
    } catch (IllegalArgumentException e) {
      throw new Failure(name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw Errors.unreadable(name, e);
    }
  }

  /**
   * Goes through the value that comes next, or through the items of an array.
   *
   * @param document whether the value is a whole document, and no line
   */
  void each(JsonReader in, boolean document, BiConsumer<Template<Object>, JsonReader> use) {
    if (isOfItems(in, document)) {
      in.beginArray();
      while (in.hasNext()) {
        use.accept(item, in);
      }
      in.endArray();
    } else {
      use.accept(whole, in);
    }
  }

  private boolean isOfItems(JsonReader in, boolean document) {
    return item != null && in.peek() == JsonToken.BEGIN_ARRAY && (document || item != whole);
  }

  /** Reads a value or the items of an array, and writes the same. */
  void copy(JsonReader in, boolean document, JsonWriter out) {
    boolean items = isOfItems(in, document);
    if (items) {
      out.beginArray();
    }
    each(in, document, (template, value) -> out(template, value, out));
    if (items) {
      out.endArray();
    }
  }

  /** Reads a value and writes it as a line, or the items of a document that is an array. */
  void copyLines(JsonReader in, boolean document, JsonWriter out) {
    if (document) {
      each(
          in,
          true,
          (template, value) -> {
            out(template, value, out);
            out.endLine();
          });
    } else {
      copy(in, false, out);
      out.endLine();
    }
  }

  private static void out(Template<Object> template, JsonReader in, JsonWriter out) {
    template.writeNext(template.readNext(in), out);
  }
}
