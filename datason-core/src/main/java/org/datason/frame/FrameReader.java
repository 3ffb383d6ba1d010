package org.datason.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.datason.config.Recognition;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;

/**
 * Reads one frame: finds out how it is laid out, and whether a schema tells the types. What is no
 * table is an {@link IllegalArgumentException}; under a hint and without our schema it is kept as
 * data.
 */
final class FrameReader {

  /** A member that was passed over. */
  private record Member(JsonToken kind, int place) {}

  private final JsonReader in;
  private final boolean hinted;
  private final Inference inference;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private String orient;

  /** The types, if the document tells them. */
  private TableSpec spec;

  private Frame frame;

  /**
   * A reader.
   *
   * @param nanIsMissing whether NaN stands for a missing value, unless a schema says otherwise
   */
  FrameReader(JsonReader in, boolean nanIsMissing) {
    this.in = in;
    hinted = in.isUnderHint();
    boolean automatic = in.config().recognition() == Recognition.AUTOMATIC;
    inference = new Inference(automatic && !hinted, nanIsMissing);
  }

  Frame read() {
    try {
      if (in.peek() == JsonToken.BEGIN_ARRAY) {
        frame = data().array();
      } else if (in.peek() == JsonToken.BEGIN_OBJECT) {
        readObject();
      } else if (hinted) {
        throw new IllegalArgumentException("a table is an array or object");
      } else {
        throw in.mismatch("a table as an array or object");
      }
      if (hinted && spec == null && inference.strayed()) {
        throw new IllegalArgumentException("it would not be written as it stands");
      }
      return frame;
    } catch (IllegalArgumentException e) {
      if (hinted && spec == null) {
        return null; // it stays as it is
      }
      throw e;
    }
  }

  private TableReader data() {
    return new TableReader(in, spec, inference);
  }

  private void readObject() {
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      JsonToken kind = in.peek();
      if (name.equals("orient") && kind == JsonToken.STRING) {
        orient = in.readString();
      } else if (name.equals(SchemaWriter.MEMBER) && kind == JsonToken.BEGIN_OBJECT) {
        spec = TableSpec.read(in);
      } else if (name.equals("data") && spec != null && (orient != null || isPolars())) {
        frame = data().read(orient == null ? "list" : orient);
      } else if (members.put(name, new Member(kind, in.skipToReadLater())) != null) {
        throw new IllegalArgumentException("it has the member '" + name + "' twice");
      }
    }
    if (orient == null && isPolars()) {
      frame = ofPolars();
    } else if (frame == null) {
      frame = ofMembers();
    } else if (!members.isEmpty()) {
      throw new IllegalArgumentException("it has more members: " + members.keySet());
    }
    in.endObject();
  }

  /** Reads the table whose members have been seen. */
  private Frame ofMembers() {
    if (orient != null) {
      if (!members.keySet().equals(Set.of("data"))) {
        throw new IllegalArgumentException("it has other members than data: " + members.keySet());
      }
      return later("data", () -> data().read(orient));
    }
    if (has("columns", JsonToken.BEGIN_ARRAY) && has("data", JsonToken.BEGIN_ARRAY)) {
      return ofSplit();
    }
    if (has("schema", JsonToken.BEGIN_OBJECT) && has("data", JsonToken.BEGIN_ARRAY)) {
      return data().table(members.get("schema").place, members.get("data").place);
    }
    return ofColumns();
  }

  private boolean isPolars() {
    boolean data =
        frame != null || !members.containsKey("data") || has("data", JsonToken.BEGIN_OBJECT);
    return data && has("columns", JsonToken.BEGIN_ARRAY) && has("schema", JsonToken.BEGIN_OBJECT);
  }

  private boolean has(String name, JsonToken kind) {
    Member member = members.get(name);
    return member != null && member.kind == kind;
  }

  private Frame later(String name, Supplier<Frame> read) {
    Frame[] result = new Frame[1];
    in.readLater(members.get(name).place, () -> result[0] = read.get());
    return result[0];
  }

  private List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    in.readLater(members.get(name).place, () -> TableReader.readTexts(in, texts));
    return texts;
  }

  /** Labels, names and rows apart, in any order. */
  private Frame ofSplit() {
    TableReader table = data();
    table.names(texts("columns"));
    if (members.containsKey("index")) {
      in.readLater(members.get("index").place, table::readIndex);
    }
    if (members.size() > (members.containsKey("index") ? 3 : 2)) {
      throw new IllegalArgumentException("it has more members: " + members.keySet());
    }
    return later("data", table::rows);
  }

  /** Names, types and columns apart, and perhaps our schema, which says more. */
  private Frame ofPolars() {
    if (members.size() != (frame == null ? 3 : 2)
        || frame == null && !members.containsKey("data")) {
      throw new IllegalArgumentException("it has other members than polars: " + members.keySet());
    }
    Map<String, String> types = new LinkedHashMap<>();
    in.readLater(members.get("schema").place, () -> readTypes(types));
    List<String> names = texts("columns");
    Frame read = frame == null ? later("data", () -> data().read("list")) : frame;
    FrameBuilder builder = Frame.builder();
    List<String> dtypes = new ArrayList<>();
    for (String name : names) {
      if (!types.containsKey(name)) {
        throw new IllegalArgumentException("the column '" + name + "' has no type");
      }
      dtypes.add(types.get(name));
      if (spec == null) {
        builder.column(name, Dtypes.cast(read.column(name), types.get(name)));
      }
    }
    if (names.size() != read.schema().size()) {
      throw new IllegalArgumentException("it has more columns than names");
    }
    return (spec == null ? builder.build() : read).ofPolars(dtypes);
  }

  private void readTypes(Map<String, String> types) {
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      TableReader.expect(in, JsonToken.STRING);
      types.put(name, in.readString());
    }
    in.endObject();
  }

  /** An object of columns, each an array or an object. */
  private Frame ofColumns() {
    boolean lists = members.values().stream().allMatch(m -> m.kind == JsonToken.BEGIN_ARRAY);
    boolean objects = members.values().stream().allMatch(m -> m.kind == JsonToken.BEGIN_OBJECT);
    if (!lists && !objects) {
      throw new IllegalArgumentException(
          "a table has arrays or objects as its columns, or the members of one of its layouts");
    }
    TableReader table = data();
    members.forEach((name, member) -> in.readLater(member.place, () -> table.column(name, lists)));
    return table.build();
  }
}
