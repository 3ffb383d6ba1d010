package org.datason.template;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import org.datason.recognition.Recognizers;

/** The texts that stood at one place of samples: what they stand for, and whether they repeat. */
final class ObservedTexts {

  /** So many are needed to see that they repeat, and each that often. */
  private static final int FEWEST = 12;

  private static final int TIMES = 3;

  /** No more different texts are kept in mind. */
  private static final int MOST = 256;

  private static final Recognizers RECOGNIZERS = Recognizers.defaults();

  private long count;

  /** What all of them stand for; null as long as there is none. */
  private ScalarType type;

  private Set<String> different = new HashSet<>();

  boolean isEmpty() {
    return count == 0;
  }

  void add(String text) {
    count++;
    if (type != ScalarType.TEXT) {
      become(of(text));
    }
    if (different != null && different.add(text) && different.size() > MOST) {
      different = null;
    }
  }

  private void become(ScalarType other) {
    boolean moments = isMoment(type) && isMoment(other);
    type =
        type == null || type == other
            ? other
            : moments ? ScalarType.OFFSET_DATE_TIME : ScalarType.TEXT;
  }

  private static boolean isMoment(ScalarType type) {
    return type == ScalarType.INSTANT || type == ScalarType.OFFSET_DATE_TIME;
  }

  private static ScalarType of(String text) {
    Object value = RECOGNIZERS.recognize(text);
    if (value instanceof OffsetDateTime && text.endsWith("Z")) {
      return ScalarType.INSTANT;
    }
    ScalarType scalar = value == null ? null : ScalarType.of(value.getClass());
    return scalar == null ? ScalarType.TEXT : scalar;
  }

  void absorb(ObservedTexts other) {
    count += other.count;
    if (other.type != null) {
      become(other.type);
    }
    if (other.different == null || different == null) {
      different = null;
    } else {
      different.addAll(other.different);
      different = different.size() > MOST ? null : different;
    }
  }

  ScalarType type() {
    return type;
  }

  /** Whether there are few of them, again and again. */
  boolean comeAgain() {
    return different != null && count >= FEWEST && different.size() * TIMES <= count;
  }
}
