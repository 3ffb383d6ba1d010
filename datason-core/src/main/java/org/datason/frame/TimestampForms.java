package org.datason.frame;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.temporal.TemporalAccessor;
import org.datason.config.DateForm;
import org.datason.frame.FieldType.Timestamp;
import org.datason.json.JsonWriter;

/** Timestamps in the forms of the setting dateForm, for tables without types beside the data. */
final class TimestampForms {

  private TimestampForms() {}

  /** Writes a timestamp in a form other than ISO; without a zone it counts as UTC. */
  static void write(Timestamp type, long value, DateForm form, JsonWriter out) {
    if (form.formatter() == null) {
      writeNumber(type, value, form == DateForm.EPOCH_MILLIS ? 1000 : 1, out);
      return;
    }
    TemporalAccessor time = (TemporalAccessor) Times.decode(type, value);
    String text;
    try {
      text = form.formatter().format(time);
    } catch (DateTimeException e) {
      throw out.unsupported(
          "The dateForm "
              + form
              + " does not fit "
              + time
              + " ("
              + e.getMessage()
              + "); set another dateForm");
    }
    out.writeString(text);
  }

  /** Writes the number of seconds or parts of them, exactly, with as few digits as it takes. */
  private static void writeNumber(Timestamp type, long value, long partsOfSecond, JsonWriter out) {
    long inSecond = type.unit().inSecond();
    if (inSecond >= partsOfSecond && value % (inSecond / partsOfSecond) == 0) {
      out.writeLong(value / (inSecond / partsOfSecond));
      return;
    }
    int digits = digits(inSecond) - digits(partsOfSecond);
    BigDecimal number = BigDecimal.valueOf(value, digits).stripTrailingZeros();
    out.writeBigDecimal(number.scale() < 0 ? number.setScale(0) : number);
  }

  /** The zeros of a power of ten. */
  private static int digits(long power) {
    return power == 1 ? 0 : 3 + digits(power / 1000);
  }
}
