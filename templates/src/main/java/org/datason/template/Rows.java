package org.datason.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datason.error.MismatchException;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.KnownNames;
import org.datason.json.TypeHandler;
import org.datason.json.TypedInput;

/**
 * Records that are read into the columns of a frame, each value straight into its column. Not
 * thread-safe: one for each frame.
 */
final class Rows implements TypeHandler<Object> {

  private final RowsCodec codec;
  private final FrameBuilder frame;
  private final ColumnBuilder[] columns;
  private int size;

  Rows(RowsCodec codec) {
    this.codec = codec;
    this.frame = Frame.builder(codec.schema());
    this.columns = new ColumnBuilder[codec.schema().size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = frame.column(i);
    }
  }

  int size() {
    return size;
  }

  ColumnBuilder[] columns() {
    return columns;
  }

  Frame build() {
    return frame.build();
  }

  @Override
  public Class<Object> type() {
    return Object.class;
  }

  @Override
  public String expected() {
    return "an object";
  }

  @Override
  public String hint() {
    return "";
  }

  @Override
  public void write(Object value, JsonWriter out) {
    throw new UnsupportedOperationException("rows are written by their frame");
  }

  /** Reads the record that comes next as another row. */
  @Override
  public Object read(JsonReader in) {
    KnownNames names = codec.names();
    int row = size;
    int found = 0;
    int i = TypedInput.firstMember(in, names);
    while (i != TypedInput.END) {
      if (i == TypedInput.UNKNOWN) {
        codec.unknown(in);
      } else {
        if (columns[i].size() != row) {
          throw new IllegalArgumentException("it has the member \"" + names.get(i) + "\" twice");
        }
        append(i, in);
        found++;
      }
      i = TypedInput.nextMember(in, names, i + 1);
    }
    if (found < columns.length) {
      fill(row, in);
    }
    size = row + 1;
    return this;
  }

  private void append(int i, JsonReader in) {
    TemplateField field = codec.fields().get(i);
    try {
      if (!field.nullable() && in.peek() == JsonToken.NULL) {
        throw in.mismatch("a value of the type " + columns[i].type());
      }
      if (!field.limits().areNone()) {
        int at = in.skipToReadLater(); // looked at as a value before it goes into the column
        in.readLater(at, codec.records().fields()[i]::read);
        in.readLater(at, () -> appendByRules(i, field, in));
      } else {
        appendByRules(i, field, in);
      }
    } catch (MismatchException e) {
      throw Codec.named(codec.label(i), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(codec.label(i) + ": " + e.getMessage(), e);
    }
  }

  private void appendByRules(int i, TemplateField field, JsonReader in) {
    if (field.coercions() == null) {
      columns[i].appendFrom(in);
    } else {
      in.coercing(field.coercions(), r -> appended(i, r));
    }
  }

  private Rows appended(int i, JsonReader in) {
    columns[i].appendFrom(in);
    return this;
  }

  /** Puts defaults and missing values where a record has no members. */
  private void fill(int row, JsonReader in) {
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = columns[i].size() > row ? this : Assembler.MISSING;
    }
    codec.records().missing(values, in.config().missingMembers());
    for (int i = 0; i < columns.length; i++) {
      if (values[i] != this) {
        columns[i].append(values[i] == Assembler.MISSING ? null : values[i]);
      }
    }
  }

  /** The names of fields and their aliases. */
  static KnownNames names(List<TemplateField> fields) {
    Map<String, Integer> aliases = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      for (String alias : fields.get(i).aliases()) {
        aliases.put(alias, i);
      }
    }
    return KnownNames.of(fields.stream().map(TemplateField::name).toList(), aliases);
  }
}
