package org.datason.types;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DateTimeRoundTripTest {

  @Property
  void instants(@ForAll("anyInstants") Instant value) {
    RoundTrip.check(value);
  }

  @Property
  void localDateTimes(@ForAll("anyDates") LocalDate date, @ForAll("times") LocalTime time) {
    RoundTrip.check(date.atTime(time));
  }

  @Property
  void localDates(@ForAll("anyDates") LocalDate value) {
    RoundTrip.check(value);
  }

  @Property
  void localTimes(@ForAll("times") LocalTime value) {
    RoundTrip.check(value);
  }

  @Property
  void offsetTimes(@ForAll("times") LocalTime time, @ForAll("offsets") ZoneOffset offset) {
    RoundTrip.check(OffsetTime.of(time, offset));
  }

  @Property
  void offsetDateTimes(
      @ForAll("anyDates") LocalDate date,
      @ForAll("times") LocalTime time,
      @ForAll("offsets") ZoneOffset offset) {
    RoundTrip.check(OffsetDateTime.of(date, time, offset));
  }

  @Property
  void zonedDateTimes(
      @ForAll("anyDates") LocalDate date,
      @ForAll("times") LocalTime time,
      @ForAll("zones") ZoneId zone,
      @ForAll boolean later) {
    ZonedDateTime value = ZonedDateTime.of(date, time, zone);
    RoundTrip.check(later ? value.withLaterOffsetAtOverlap() : value);
  }

  @Test
  void theHourThatComesTwice() {
    ZonedDateTime first =
        ZonedDateTime.of(LocalDateTime.of(2024, 10, 27, 2, 30), ZoneId.of("Europe/Berlin"));
    RoundTrip.check(first.withEarlierOffsetAtOverlap());
    RoundTrip.check(first.withLaterOffsetAtOverlap());
  }

  @Test
  void extremes() {
    RoundTrip.check(Instant.MIN);
    RoundTrip.check(Instant.MAX);
    RoundTrip.check(LocalDateTime.MIN);
    RoundTrip.check(LocalDateTime.MAX);
    RoundTrip.check(OffsetDateTime.MIN);
    RoundTrip.check(OffsetDateTime.MAX);
    RoundTrip.check(OffsetTime.MIN);
    RoundTrip.check(OffsetTime.MAX);
    RoundTrip.check(ZonedDateTime.of(LocalDateTime.MIN, ZoneId.of("Asia/Tokyo")));
    RoundTrip.check(ZonedDateTime.of(LocalDateTime.MAX, ZoneId.of("America/New_York")));
    RoundTrip.check(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
    RoundTrip.check(Duration.ofSeconds(Long.MIN_VALUE));
    RoundTrip.check(Duration.ZERO);
    RoundTrip.check(new Date(Long.MIN_VALUE));
    RoundTrip.check(new Date(Long.MAX_VALUE));
    RoundTrip.check(new Timestamp(Long.MAX_VALUE));
    for (LocalDate day :
        new LocalDate[] {
          LocalDate.of(0, 12, 31),
          LocalDate.of(1, 1, 1),
          LocalDate.of(9999, 12, 31),
          LocalDate.of(10_000, 1, 1),
          LocalDate.MIN,
          LocalDate.MAX
        }) {
      RoundTrip.check(day);
      RoundTrip.check(day.atTime(LocalTime.MAX));
      RoundTrip.check(day.atTime(LocalTime.MAX).atOffset(ZoneOffset.MAX));
    }
  }

  @Property
  void durations(@ForAll long seconds, @ForAll("nanos") int nanos) {
    RoundTrip.check(Duration.ofSeconds(seconds, nanos));
  }

  @Property
  void periods(@ForAll int years, @ForAll int months, @ForAll int days) {
    RoundTrip.check(Period.of(years, months, days));
  }

  @Property
  void years(@ForAll("anyDates") LocalDate date) {
    RoundTrip.check(Year.of(date.getYear()));
    RoundTrip.check(YearMonth.from(date));
    RoundTrip.check(MonthDay.from(date));
  }

  @Property
  void zones(@ForAll("zones") ZoneId zone, @ForAll("offsets") ZoneOffset offset) {
    RoundTrip.check(zone);
    RoundTrip.check(offset);
  }

  @Property
  void legacyDates(@ForAll long millis, @ForAll("nanos") int nanos) {
    RoundTrip.check(new Date(millis));
    RoundTrip.check(new java.sql.Date(millis));
    RoundTrip.check(new java.sql.Time(millis));
    Timestamp timestamp = new Timestamp(millis);
    timestamp.setNanos(nanos);
    Assume.that(millis > Long.MIN_VALUE + 1000); // where Timestamp itself overflows
    RoundTrip.check(timestamp);
  }

  @Provide
  Arbitrary<Instant> anyInstants() {
    Arbitrary<Long> usual = Arbitraries.longs().between(-4_000_000_000L, 8_000_000_000L);
    Arbitrary<Long> all =
        Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());
    return Combinators.combine(Arbitraries.oneOf(usual, all), nanos()).as(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<LocalDate> anyDates() {
    Arbitrary<Long> usual = Arbitraries.longs().between(-719_162, 2_932_896);
    Arbitrary<Long> all =
        Arbitraries.longs().between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay());
    return Arbitraries.oneOf(usual, all).map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<LocalTime> times() {
    return Combinators.combine(Arbitraries.integers().between(0, 86_399), nanos())
        .as((second, nano) -> LocalTime.ofSecondOfDay(second).withNano(nano));
  }

  @Provide
  Arbitrary<Integer> nanos() {
    Arbitrary<Integer> all = Arbitraries.integers().between(0, 999_999_999);
    return Arbitraries.oneOf(
        all, all.map(n -> n / 1000 * 1000), all.map(n -> n / 1_000_000 * 1_000_000));
  }

  @Provide
  Arbitrary<ZoneOffset> offsets() {
    return Arbitraries.integers().between(-18 * 3600, 18 * 3600).map(ZoneOffset::ofTotalSeconds);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    Arbitrary<ZoneId> named =
        Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList()).map(ZoneId::of);
    Arbitrary<ZoneId> fixed = offsets().map(offset -> ZoneId.ofOffset("UTC", offset));
    return Arbitraries.oneOf(named, fixed, offsets().map(offset -> offset));
  }
}
