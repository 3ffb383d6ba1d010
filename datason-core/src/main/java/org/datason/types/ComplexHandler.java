package org.datason.types;

import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Complex numbers: {@code [re, im]}, and the object that the 0.13 dialect has. */
final class ComplexHandler implements TypeHandler<Complex> {

  @Override
  public Class<Complex> type() {
    return Complex.class;
  }

  @Override
  public String hint() {
    return "complex";
  }

  @Override
  public TypeHandler<Complex> subtype(String other, String java) {
    return other.startsWith("numpy.complex") ? this : null;
  }

  @Override
  public void write(Complex value, JsonWriter out) {
    out.beginArray();
    out.writeDouble(value.re());
    out.writeDouble(value.im());
    out.endArray();
  }

  @Override
  public Complex read(JsonReader in) {
    double re = 0;
    double im = 0;
    int parts = 0;
    if (in.peek() == JsonToken.BEGIN_ARRAY) {
      in.beginArray();
      re = in.readDouble();
      im = in.readDouble();
      in.endArray();
      return new Complex(re, im);
    }
    in.beginObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "real" -> {
          re = in.readDouble();
          parts |= 1;
        }
        case "imag" -> {
          im = in.readDouble();
          parts |= 2;
        }
        default -> in.skipValue();
      }
    }
    in.endObject();
    if (parts != 3) {
      throw new IllegalArgumentException("it needs the members real and imag");
    }
    return new Complex(re, im);
  }
}
