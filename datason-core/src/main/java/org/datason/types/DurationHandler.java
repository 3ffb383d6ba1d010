package org.datason.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Durations, as a number of seconds with as many decimals as it takes, but at least one. */
final class DurationHandler implements TypeHandler<Duration> {

  @Override
  public Class<Duration> type() {
    return Duration.class;
  }

  @Override
  public String hint() {
    return "timedelta";
  }

  @Override
  public TypeHandler<Duration> subtype(String other, String java) {
    return other.equals("pandas.Timedelta") ? this : null;
  }

  @Override
  public void write(Duration value, JsonWriter out) {
    out.writeBigDecimal(seconds(value));
  }

  private static BigDecimal seconds(Duration value) {
    int nanos = value.getNano();
    int decimals = 9;
    while (decimals > 1 && nanos % 10 == 0) {
      nanos /= 10;
      decimals--;
    }
    BigDecimal whole = BigDecimal.valueOf(value.getSeconds()).setScale(decimals);
    return whole.add(BigDecimal.valueOf(nanos, decimals));
  }

  /** Reads a number of seconds, or the ISO text that java.time and others write. */
  @Override
  public Duration read(JsonReader in) {
    if (in.peek() == JsonToken.STRING) {
      return Duration.parse(in.readString());
    }
    BigInteger[] parts = EpochNumber.secondsAndNanos(in.readBigDecimal());
    return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValue());
  }
}
