package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.config.DateForm;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;

class DateFormsTest {

  private static final List<DateForm> FORMS =
      List.of(
          DateForm.ISO,
          DateForm.EPOCH_SECONDS,
          DateForm.EPOCH_MILLIS,
          DateForm.pattern("dd.MM.uuuu HH:mm"),
          DateForm.pattern("uuuu-dd-MM'T'HH:mm:ss"));

  private static Datason with(DateForm form) {
    return Datason.create().with(c -> c.dateForm(form));
  }

  private static Datason plain(DateForm form) {
    return Datason.create().with(c -> c.dateForm(form).hints(false));
  }

  record Times(
      Instant instant,
      LocalDateTime local,
      OffsetDateTime offset,
      ZonedDateTime zoned,
      Date date,
      LocalDate day,
      Object any) {}

  @Property(tries = 300)
  void everyFormReadsBackAsTheSameValues(
      @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @IntRange(min = -18, max = 18) int hours,
      @ForAll boolean whole) {
    Instant moment = Instant.ofEpochSecond(seconds, whole ? 0 : nanos);
    LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    Times times =
        new Times(
            moment,
            local,
            local.atOffset(ZoneOffset.ofHours(hours)),
            moment.atZone(ZoneId.of("Europe/Berlin")),
            new Date(seconds * 1000 + nanos / 1_000_000),
            local.toLocalDate(),
            moment);
    List<Object> values =
        new ArrayList<>(
            List.of(times.instant, times.local, times.offset, times.zoned, times.date, times.day));
    for (DateForm form : FORMS) {
      Datason datason = with(form);
      String json = datason.toJson(values);
      assertEquals(values, datason.fromJson(json), json);
      assertEquals(values, Datason.create().fromJson(json), json); // whatever the reader's form
      json = datason.toJson(times);
      assertEquals(times, datason.fromJson(json, Times.class), json);
    }
  }

  @Property(tries = 300)
  void numbersReadBackWithoutHints(
      @ForAll @LongRange(min = -60_000_000_000L, max = 250_000_000_000L) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    Instant moment = Instant.ofEpochSecond(seconds, nanos);
    LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    for (DateForm form : List.of(DateForm.EPOCH_SECONDS, DateForm.EPOCH_MILLIS)) {
      Datason datason = plain(form);
      assertEquals(moment, datason.fromJson(datason.toJson(moment), Instant.class));
      assertEquals(local, datason.fromJson(datason.toJson(local), LocalDateTime.class));
    }
  }

  @Test
  void distantYearsAreNotTakenForTheTextOfAPattern() {
    DateForm daysFirst = DateForm.pattern("uuuu-dd-MM'T'HH:mm:ss");
    for (int year : new int[] {0, 1, 9999, 10_000}) {
      LocalDateTime local = LocalDateTime.of(year, 12, 11, 23, 59, 59);
      for (Datason datason : List.of(with(daysFirst), plain(daysFirst))) {
        String json = datason.toJson(List.of(local));
        assertEquals(
            List.of(local), datason.fromJson(json, new TypeRef<List<LocalDateTime>>() {}), json);
      }
    }
  }

  @Test
  void formsOfAnInstant() {
    Instant moment = Instant.parse("2024-06-15T10:30:00.123456789Z");
    assertEquals("1718447400.123456789", plain(DateForm.EPOCH_SECONDS).toJson(moment));
    assertEquals("1718447400123.456789", plain(DateForm.EPOCH_MILLIS).toJson(moment));
    assertEquals("\"15.06.2024 10:30\"", plain(FORMS.get(3)).toJson(moment));
    assertEquals(
        "{\"__datason_type__\":\"datetime\",\"__datason_java__\":\"Instant\","
            + "\"__datason_value__\":1718447400.123456789}",
        with(DateForm.EPOCH_SECONDS).toJson(moment));
    assertEquals(
        "{\"__datason_type__\":\"datetime\",\"__datason_java__\":\"Instant\","
            + "\"__datason_exact__\":\"2024-06-15T10:30:00.123456789Z\","
            + "\"__datason_value__\":\"15.06.2024 10:30\"}",
        with(FORMS.get(3)).toJson(moment));
  }

  @Test
  void wholeNumbersHaveNoFraction() {
    assertEquals("0", plain(DateForm.EPOCH_SECONDS).toJson(Instant.EPOCH));
    assertEquals("1000", plain(DateForm.EPOCH_MILLIS).toJson(Instant.ofEpochSecond(1)));
    assertEquals("-1", plain(DateForm.EPOCH_MILLIS).toJson(Instant.ofEpochMilli(-1)));
  }

  @Test
  void theExactTextStandsBesideNumbersThatPythonTakesForTheOtherUnit() {
    assertEquals(
        "{\"__datason_type__\":\"datetime\",\"__datason_java__\":\"Instant\","
            + "\"__datason_exact__\":\"1970-01-02T00:00:00Z\",\"__datason_value__\":86400000}",
        with(DateForm.EPOCH_MILLIS).toJson(Instant.ofEpochSecond(86_400)));
  }

  @Test
  void datesAndTimesAloneAndDistantYearsStayText() {
    for (DateForm form : FORMS) {
      assertEquals("\"2024-06-15\"", plain(form).toJson(LocalDate.of(2024, 6, 15)));
      assertEquals("\"10:30:00\"", plain(form).toJson(LocalTime.of(10, 30)));
      Instant distant = Instant.parse("+12024-06-15T10:30:00Z");
      assertEquals("\"+12024-06-15T10:30:00Z\"", plain(form).toJson(distant));
      assertEquals(distant, plain(form).fromJson(plain(form).toJson(distant), Instant.class));
      assertEquals(Instant.MIN, with(form).fromJson(with(form).toJson(Instant.MIN)));
    }
  }

  @Test
  void patternsReadTypedTextAndIso() {
    Datason datason = plain(FORMS.get(4));
    Instant moment = Instant.parse("2024-06-05T10:30:00Z");
    assertEquals("\"2024-05-06T10:30:00\"", datason.toJson(moment));
    assertEquals(moment, datason.fromJson("\"2024-05-06T10:30:00\"", Instant.class));
    assertEquals(moment, datason.fromJson("\"2024-06-05T10:30:00Z\"", Instant.class));
    // under a hint it is ISO whatever is set, as others write it
    assertEquals(
        moment.atOffset(ZoneOffset.UTC),
        datason.fromJson(
            "{\"__datason_type__\":\"datetime\",\"__datason_value__\":\"2024-06-05T10:30:00+00:00\"}"));
    Datason day = plain(DateForm.pattern("dd.MM.uuuu"));
    assertEquals(
        LocalDateTime.of(2024, 6, 5, 0, 0), day.fromJson("\"05.06.2024\"", LocalDateTime.class));
    Datason zone = plain(DateForm.pattern("uuuu-MM-dd HH:mm VV"));
    ZonedDateTime zoned = ZonedDateTime.of(2024, 6, 5, 10, 30, 0, 0, ZoneId.of("Europe/Berlin"));
    assertEquals(zoned, zone.fromJson(zone.toJson(zoned), ZonedDateTime.class));
  }

  @Test
  void hintedNumbersAreReadByPythonsRuleWhateverIsSet() {
    String json = "{\"__datason_type__\":\"datetime\",\"__datason_value__\":1718447400.5}";
    OffsetDateTime time = OffsetDateTime.parse("2024-06-15T10:30:00.5Z");
    assertEquals(time, plain(DateForm.EPOCH_MILLIS).fromJson(json));
    assertEquals(time, plain(DateForm.EPOCH_MILLIS).fromJson(json, OffsetDateTime.class));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    MismatchException read =
        assertThrows(
            MismatchException.class,
            () -> plain(FORMS.get(3)).fromJson("{\"at\":\"soon\"}", Holder.class));
    assertEquals(
        "Expected an Instant but found \"soon\" (it is neither of the dateForm"
            + " pattern:dd.MM.uuuu HH:mm nor ISO 8601) at $.at (line 1, column 7, offset 6)",
        read.getMessage());
    UnsupportedTypeException written =
        assertThrows(
            UnsupportedTypeException.class,
            () -> plain(DateForm.pattern("uuuu XXX")).toJson(LocalDateTime.of(2024, 6, 5, 10, 30)));
    assertEquals(
        "The dateForm pattern:uuuu XXX does not fit 2024-06-05T10:30:00 (Unsupported field:"
            + " OffsetSeconds); set another dateForm at $",
        written.getMessage());
  }

  record Holder(Instant at) {}
}
