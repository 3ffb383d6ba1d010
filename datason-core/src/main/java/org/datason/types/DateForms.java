package org.datason.types;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import org.datason.config.DateForm;
import org.datason.json.JsonWriter;

/** Dates with a time as numbers since 1970 and as texts of a pattern: the setting dateForm. */
final class DateForms {

  private static final int NANO_DIGITS = 9;

  private DateForms() {}

  /**
   * The seconds or milliseconds since 1970-01-01T00:00Z, exactly, with as few digits as it takes. A
   * time without an offset counts as UTC.
   */
  static BigDecimal number(DateForm form, Iso parts) {
    ZoneOffset offset = parts.offset() == null ? ZoneOffset.UTC : parts.offset();
    long seconds = parts.date().atTime(parts.time()).toEpochSecond(offset);
    BigDecimal nanos = BigDecimal.valueOf(parts.time().getNano(), NANO_DIGITS);
    BigDecimal number = BigDecimal.valueOf(seconds).add(nanos);
    if (form == DateForm.EPOCH_MILLIS) {
      number = number.movePointRight(3);
    }
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /** The text of a pattern. */
  static String text(DateForm form, Iso parts, JsonWriter out) {
    try {
      return form.formatter().format(temporal(parts));
    } catch (DateTimeException e) {
      throw out.unsupported(
          "The dateForm "
              + form
              + " does not fit "
              + parts.text()
              + " ("
              + e.getMessage()
              + "); set another dateForm");
    }
  }

  private static TemporalAccessor temporal(Iso parts) {
    LocalDateTime time = parts.date().atTime(parts.time());
    if (parts.offset() == null) {
      return time;
    }
    ZoneId zone = parts.zone() == null ? parts.offset() : ZoneId.of(parts.zone());
    return ZonedDateTime.ofInstant(time, parts.offset(), zone);
  }

  /**
   * The parts that a text of a pattern has. Where the pattern has no time it is midnight, where it
   * has no offset it is UTC.
   *
   * @param local whether the type has no offset
   * @return the parts, or null if the text is not of the pattern
   */
  static Iso parse(DateForm form, String text, boolean local) {
    TemporalAccessor parsed;
    try {
      parsed = form.formatter().parse(text);
    } catch (DateTimeException e) {
      return null;
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    if (time == null) {
      time = LocalTime.MIDNIGHT;
    }
    ZoneId zone = local ? null : parsed.query(TemporalQueries.zoneId());
    ZoneOffset offset = local ? null : parsed.query(TemporalQueries.offset());
    LocalDate date = parsed.query(TemporalQueries.localDate());
    if (offset == null && !local) {
      offset =
          zone == null || date == null
              ? ZoneOffset.UTC
              : zone.getRules().getOffset(date.atTime(time));
    }
    String id = zone == null || zone instanceof ZoneOffset ? null : zone.getId();
    return new Iso(date, time, offset, id);
  }
}
