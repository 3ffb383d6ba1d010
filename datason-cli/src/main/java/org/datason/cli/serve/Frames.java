package org.datason.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datason.error.UnsupportedTypeException;
import org.datason.frame.Field;
import org.datason.frame.Frame;
import org.datason.http.BodyForm;
import org.datason.http.DatasonHttp;
import org.datason.http.HttpProblem;
import org.datason.http.MediaType;
import org.datason.http.Problem;
import org.datason.http.Request;
import org.datason.http.Response;

/** The requests for tables. Thread-safe. */
final class Frames {

  private final DatasonHttp http;
  private final FrameStore store;
  private final long maxBody;

  Frames(DatasonHttp http, FrameStore store, long maxBody) {
    this.http = http;
    this.store = store;
    this.maxBody = maxBody;
  }

  /** All tables, each with its columns. */
  Object list(Request request) throws IOException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String name : store.names()) {
      try (Snapshot table = store.open(name)) {
        all.add(described(table));
      } catch (HttpProblem e) {
        continue; // it was deleted meanwhile
      } catch (IOException | RuntimeException e) { // whatever an odd file makes its reader throw
        all.add(Map.of("name", name, "problem", "it cannot be read as a table"));
      }
    }
    return Response.of(200, all).as(MediaType.JSON);
  }

  private static Map<String, Object> described(Snapshot table) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", table.name());
    members.put("rows", table.rows());
    List<Map<String, Object>> columns = new ArrayList<>();
    for (Field field : table.schema().fields()) {
      Map<String, Object> column = new LinkedHashMap<>();
      column.put("name", field.name());
      column.put("type", field.type().toString());
      columns.add(column);
    }
    members.put("columns", columns);
    members.put("bytes", table.bytes());
    members.put("modified", table.modified().toString());
    members.put("version", table.version());
    return members;
  }

  /** The columns of one table. */
  Object schema(Request request) throws IOException {
    try (Snapshot table = store.open(request.variable("name"))) {
      return Response.of(200, described(table)).as(MediaType.JSON);
    }
  }

  /** One table in the form that is asked for. */
  Object get(Request request) throws IOException {
    Snapshot table = store.open(request.variable("name"));
    try {
      BodyForm form =
          http.negotiate(table, request.header("Accept"), request.header("Accept-Encoding"));
      String tag = EntityTag.of(table.version(), form);
      if (EntityTag.isKnown(request, tag)) {
        table.close();
        return Response.of(304, null).header("ETag", tag);
      }
      return Response.of(200, table).header("ETag", tag);
    } catch (RuntimeException e) {
      table.close();
      throw e;
    }
  }

  /** Stores a table. */
  Object put(Request request) throws IOException {
    String name = FrameName.of(request.variable("name"));
    BodyForm form = request.bodyForm();
    long length = length(request);
    Path body = store.keep(request.bodyStream(), maxBody, length);
    FrameStore.Stored stored;
    try (Stream<Frame> batches = http.readTable(() -> Files.newInputStream(body), form)) {
      stored = store.put(name, batches.iterator(), version -> EntityTag.check(request, version));
    } catch (UnsupportedTypeException e) {
      throw new HttpProblem(Problem.of(422, e.getMessage()), e);
    } finally {
      Files.deleteIfExists(body);
    }
    try (Snapshot table = stored.table()) {
      int status = stored.isNew() ? 201 : 200;
      Response answer = Response.of(status, described(table)).as(MediaType.JSON);
      return stored.isNew() ? answer.header("Location", "/frames/" + name) : answer;
    }
  }

  /** The length that is told; more than is allowed is refused before it comes. */
  private long length(Request request) {
    String told = request.header("Content-Length");
    long length = told == null ? -1 : Long.parseLong(told.trim());
    if (length > maxBody) {
      throw new HttpProblem(413, "The body, as it was sent, is larger than " + maxBody + " bytes");
    }
    return length;
  }

  /** Deletes a table. */
  Object delete(Request request) throws IOException {
    store.delete(request.variable("name"), version -> EntityTag.check(request, version));
    return null;
  }
}
