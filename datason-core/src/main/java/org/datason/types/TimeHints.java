package org.datason.types;

import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TimeForm;
import org.datason.json.TimeParts;
import org.datason.json.TypeHandler;

/** Readers of a hint that several Java types share, where the text tells which one it is. */
final class TimeHints {

  private TimeHints() {}

  /** Reads a {@code datetime}: with an offset an OffsetDateTime, without one a LocalDateTime. */
  static final class OfDateTime extends Shared {

    private final LocalTimes.OfDateTime local = new LocalTimes.OfDateTime();
    private final OffsetTimes.OfDateTime offset = new OffsetTimes.OfDateTime();

    @Override
    public String hint() {
      return local.hint();
    }

    @Override
    Temporal parse(String text, boolean hasOffset) {
      return hasOffset ? offset.parse(text) : local.parse(text);
    }

    @Override
    public Temporal read(JsonReader in) {
      TimeParts parts = in.tryTime(TimeForm.ANY_DATE_TIME);
      if (parts != null) {
        return parts.hasOffset() ? parts.offsetDateTime() : parts.dateTime();
      }
      return in.peek() == JsonToken.NUMBER
          ? EpochNumber.read(in).atOffset(ZoneOffset.UTC)
          : super.read(in);
    }
  }

  /** Reads a {@code time}: with an offset an OffsetTime, without one a LocalTime. */
  static final class OfTime extends Shared {

    private final LocalTimes.OfTime local = new LocalTimes.OfTime();
    private final LocalTimes.OfOffsetTime offset = new LocalTimes.OfOffsetTime();

    @Override
    public String hint() {
      return local.hint();
    }

    @Override
    Temporal parse(String text, boolean hasOffset) {
      return hasOffset ? offset.parse(text) : local.parse(text);
    }

    @Override
    public Temporal read(JsonReader in) {
      TimeParts parts = in.tryTime(TimeForm.TIME);
      return parts != null ? parts.time() : super.read(in);
    }
  }

  private abstract static class Shared implements TypeHandler<Temporal> {

    abstract Temporal parse(String text, boolean hasOffset);

    @Override
    public Class<Temporal> type() {
      return Temporal.class;
    }

    @Override
    public Temporal read(JsonReader in) {
      String text = in.readString();
      return parse(text, hasOffset(text));
    }

    /** Whether a sign or a Z follows the time, which a colon is part of. */
    private static boolean hasOffset(String text) {
      int colon = text.indexOf(':');
      return colon >= 0
          && (text.endsWith("Z") || text.indexOf('+', colon) > 0 || text.indexOf('-', colon) > 0);
    }

    @Override
    public void write(Temporal value, JsonWriter out) {
      throw new IllegalStateException("values are written by the handler of their class");
    }
  }
}
