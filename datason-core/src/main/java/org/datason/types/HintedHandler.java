package org.datason.types;

import java.util.Map;
import org.datason.json.Envelope;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Writes values of unknown types as the objects that they were read from. */
final class HintedHandler implements TypeHandler<Hinted> {

  @Override
  public Class<Hinted> type() {
    return Hinted.class;
  }

  /** Not written; each value has its own. */
  @Override
  public String hint() {
    return Hinted.class.getName();
  }

  @Override
  public void writeHinted(Hinted value, JsonWriter out) {
    write(value, out);
  }

  /**
   * Writes all members; NaN and the infinities inside numeric data as the bare tokens that Python
   * writes there, since it decodes no hints in it. Without hints only the value is written.
   */
  @Override
  public void write(Hinted value, JsonWriter out) {
    if (!out.hints() && value.members().containsKey(Envelope.VALUE)) {
      out.writeValue(value.value());
      return;
    }
    boolean before = out.bareNonFinite(Envelope.isNumeric(value.hint()));
    out.beginObject();
    for (Map.Entry<String, Object> member : value.members().entrySet()) {
      out.writeName(member.getKey());
      out.writeValue(member.getValue());
    }
    out.endObject();
    out.bareNonFinite(before);
  }

  @Override
  public Hinted read(JsonReader in) {
    throw in.mismatch("an object with a type hint");
  }
}
