package org.datason.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.datason.frame.Column;
import org.datason.frame.Field;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.ListOf;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Struct;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.Schema;
import org.datason.frame.Series;

/** Tables with a column of every type. */
final class EveryType {

  private EveryType() {}

  /** Three rows, the last one of missing values; with labels of the rows. */
  static Frame labelled() {
    return builder().index(new Series("key", Column.of(Simple.TEXT, "a", "b", "c"))).build();
  }

  /** The same without labels. */
  static Frame unlabelled() {
    return builder().build();
  }

  private static FrameBuilder builder() {
    Schema point = Schema.of(new Field("x", Simple.INT32), new Field("y", Simple.TEXT));
    Map<String, Object> half = new HashMap<>();
    half.put("x", 2);
    half.put("y", null);
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    LocalDateTime local = LocalDateTime.of(2024, 6, 15, 10, 30, 0, 123_000_000);
    return Frame.builder()
        .column("bool", Column.of(Simple.BOOLEAN, true, false, null))
        .column("int8", Column.of(Simple.INT8, (byte) -1, Byte.MIN_VALUE, null))
        .column("int16", Column.of(Simple.INT16, (short) -1, Short.MAX_VALUE, null))
        .column("int32", Column.of(Simple.INT32, -1, Integer.MIN_VALUE, null))
        .column("int64", Column.of(Simple.INT64, Long.MAX_VALUE, Long.MIN_VALUE, null))
        .column("uint8", Column.of(Simple.UINT8, 255, 0, null))
        .column("uint16", Column.of(Simple.UINT16, 65_535, 0, null))
        .column("uint32", Column.of(Simple.UINT32, 4_294_967_295L, 0L, null))
        .column("float16", Column.of(Simple.FLOAT16, 0.5f, -0.0f, null))
        .column("float32", Column.of(Simple.FLOAT32, 0.1f, Float.POSITIVE_INFINITY, null))
        .column("float64", Column.of(Simple.FLOAT64, 0.1, Double.NaN, null))
        .column("text", Column.of(Simple.TEXT, "caf\u00e9 \uD83D\uDE00, \"so\"\r\n", "", null))
        .column("date", Column.of(Simple.DATE, LocalDate.of(2024, 6, 15), LocalDate.EPOCH, null))
        .column("time", Column.of(Simple.TIME, LocalTime.of(1, 2, 3, 4), LocalTime.MIN, null))
        .column("duration", Column.of(Simple.DURATION, Duration.ofNanos(-5), Duration.ZERO, null))
        .column("uuid", Column.of(Simple.UUID, new UUID(1, -2), new UUID(0, 0), null))
        .column("bytes", Column.of(Simple.BINARY, new byte[] {1, -1}, new byte[0], null))
        .column("mixed", Column.of(Simple.MIXED, List.of(1, "x"), new UUID(3, 4), null))
        .column("local", Column.of(new Timestamp(Unit.MS, null), local, local.plusYears(1), null))
        .column(
            "zoned",
            Column.of(
                new Timestamp(Unit.NS, "Europe/Berlin"),
                ZonedDateTime.of(local.withNano(1), berlin),
                ZonedDateTime.of(local, berlin),
                null))
        .column(
            "decimal",
            Column.of(new Decimal(12, 2), new BigDecimal("12.50"), new BigDecimal("-0.01"), null))
        .column(
            "category",
            Column.dictionary(Column.of(Simple.TEXT, "high", "low"), true, "high", "low", null))
        .column("list", Column.of(new ListOf(Simple.INT32), List.of(1, 2), List.of(), null))
        .column("struct", Column.of(new Struct(point), Map.of("x", 1, "y", "z"), half, null));
  }
}
