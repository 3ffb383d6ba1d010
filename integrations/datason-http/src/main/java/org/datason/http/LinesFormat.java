package org.datason.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.util.Iterator;
import org.datason.Datason;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;
import org.datason.frame.FrameCodec;
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
    return type.isTable() || type.isLazy();
  }

  @Override
  public boolean reads(BodyType type) {
    return writes(type) || type.isAny();
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
    if (!(value instanceof Items items)) {
      rows(Tables.toFrame(value), json);
    } else if (items.itemType() == Frame.class) {
      items.frames().forEachRemaining(batch -> rows(batch, json));
    } else {
      while (items.hasNext()) {
        json.writeValue(items.next());
        json.endLine();
      }
    }
    if (!json.isEmpty()) {
      json.flush();
    }
    out.flush();
  }

  private static void rows(Frame frame, JsonWriter json) {
    FrameCodec.writeRows(JsonFormat.unlabelled(frame), json, true);
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
    FrameBatches batches = datason.batches(in, settings.batches());
    if (target.isLazy()) {
      return new BodyItems(batches, batches, body);
    }
    try (body;
        batches) {
      return Tables.ofFrame(batches.all(), target);
    }
  }

  private static Object items(InputStream in, BodyInput body, Datason datason, Type item) {
    JsonReader json = datason.reader(in);
    TypeHandler<?> handler = item == Object.class ? null : datason.types().forType(item);
    Iterator<Object> items =
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
    return new BodyItems(items, () -> {}, body);
  }
}
