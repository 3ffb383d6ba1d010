package org.datason.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.datason.Datason;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;
import org.datason.frame.FrameCodec;
import org.datason.frame.Schema;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** {@code application/x-ndjson}: the rows of a table, or values that come one by one. */
final class LinesFormat implements BodyFormat {

  @Override
  public MediaType mediaType() {
    return MediaType.NDJSON;
  }

  @Override
  public boolean writes(BodyType type) {
    return type.isTable() || type.isLazy() || type.isCollection();
  }

  @Override
  public boolean reads(BodyType type) {
    boolean list = type.raw().isAssignableFrom(ArrayList.class);
    return type.isTable() || type.isLazy() || list;
  }

  @Override
  public MediaType offered(MediaType asked) {
    return TextParameters.offered(
        mediaType(), asked, HttpSettings.PRESET, HttpSettings.API, HttpSettings.DEFAULT);
  }

  @Override
  public void write(Object value, MediaType type, HttpSettings settings, OutputStream out)
      throws IOException {
    JsonWriter json = settings.rowsOf(type).writer(out);
    if (value instanceof Items items && items.itemType() == Frame.class) {
      items.frames(JsonFormat::unlabelled).forEachRemaining(batch -> rows(batch, json));
    } else if (value instanceof Items items) {
      values(items, json);
    } else if (value instanceof Collection<?> collection) {
      values(collection.iterator(), json);
    } else {
      rows(JsonFormat.unlabelled(Tables.toFrame(value)), json);
    }
    if (!json.isEmpty()) {
      json.flush();
    }
    out.flush();
  }

  private static void values(Iterator<?> values, JsonWriter json) {
    while (values.hasNext()) {
      json.writeValue(values.next());
      json.endLine();
    }
  }

  private static void rows(Frame frame, JsonWriter json) {
    FrameCodec.writeRows(frame, json, true);
  }

  @Override
  public Schema schema(BodyInput body, MediaType type, Charset charset, HttpSettings settings)
      throws IOException {
    InputStream in = Utf8Input.of(body.stream(), charset);
    return JsonFormat.schema(in, settings.datasonOf(type), settings);
  }

  @Override
  public Object read(
      BodyInput body, MediaType type, Charset charset, BodyType target, HttpSettings settings)
      throws IOException {
    Datason datason = settings.datasonOf(type);
    InputStream in = Utf8Input.of(body.stream(), charset);
    if (target.isLazy() && !target.isBatches()) {
      return items(in, body, datason, target.item());
    }
    if (target.raw().isAssignableFrom(ArrayList.class) && !target.isAny()) {
      try (BodyItems items = items(in, body, datason, target.collected())) {
        List<Object> values = new ArrayList<>();
        items.forEachRemaining(values::add);
        return values;
      }
    }
    FrameBatches batches = datason.batches(in, settings.batches());
    if (target.isLazy()) {
      return new BodyItems(new Batches(batches, batches::all), batches, body);
    }
    try (body;
        batches) {
      return Tables.ofFrame(batches.all(), target);
    }
  }

  private static BodyItems items(InputStream in, BodyInput body, Datason datason, Type item) {
    JsonReader json = datason.reader(in);
    TypeHandler<?> handler = item == Object.class ? null : datason.types().forType(item);
    Iterator<Object> lines =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return json.hasNext();
          }

          @Override
          public Object next() {
            return handler == null ? json.readValue() : json.readValue(handler);
          }
        };
    return new BodyItems(lines, () -> {}, body);
  }
}
