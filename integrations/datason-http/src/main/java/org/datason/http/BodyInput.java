package org.datason.http;

import java.io.IOException;
import java.io.InputStream;
import org.datason.error.DatasonException;
import org.datason.error.DatasonIOException;

/**
 * A body that is being read: decompressed, limited, and its errors as problems. Not thread-safe.
 */
final class BodyInput implements AutoCloseable {

  private final LimitedInput wire;
  private final LimitedInput content;
  private final ContentCoding coding;

  /** Whether a client got the body. */
  private final boolean ofAnswer;

  private BodyInput(
      LimitedInput wire, LimitedInput content, ContentCoding coding, boolean ofAnswer) {
    this.wire = wire;
    this.content = content;
    this.coding = coding;
    this.ofAnswer = ofAnswer;
  }

  /** Opens a body, which is closed with this, or where it cannot be opened. */
  static BodyInput open(
      InputStream body, ContentCoding coding, HttpSettings settings, boolean ofAnswer) {
    boolean plain = coding == ContentCoding.IDENTITY;
    long most =
        plain
            ? Math.min(settings.maxBodyBytes(), settings.maxContentBytes())
            : settings.maxBodyBytes();
    LimitedInput wire = new LimitedInput(body, "as it was sent", most);
    if (plain) {
      return new BodyInput(wire, wire, coding, ofAnswer);
    }
    try {
      InputStream content = coding.decoded(wire);
      return new BodyInput(
          wire,
          new LimitedInput(content, "decompressed", settings.maxContentBytes()),
          coding,
          ofAnswer);
    } catch (IOException e) {
      LimitedInput none = new LimitedInput(wire, "decompressed", 0);
      BodyInput failed = new BodyInput(wire, none, coding, ofAnswer);
      throw failed.closedAfter(e);
    }
  }

  InputStream stream() {
    return content;
  }

  /**
   * Takes the end of the body, for a format that says itself where it ends: a body that was cut off
   * there is none.
   */
  void end() {
    try {
      if (content.read() >= 0) {
        String detail = "Expected the end of the body behind the end of its content";
        throw problem(Problem.of(400, detail), null);
      }
    } catch (IOException e) {
      throw translated(e);
    }
  }

  // ---------------------------------------------------------------- errors

  /**
   * What went wrong while the body was read: a problem of the one who sent it, as far as it is.
   *
   * @return the error to throw
   */
  RuntimeException translated(Exception e) {
    if (e instanceof HttpProblem problem) {
      return problem;
    }
    for (LimitedInput input : new LimitedInput[] {wire, content}) {
      if (input.failure() instanceof LimitedInput.TooLarge tooLarge) {
        return problem(Problem.of(413, tooLarge.getMessage()), e);
      }
    }
    if (wire.failure() != null) {
      return new DatasonIOException(
          "The body cannot be received: " + DatasonIOException.reason(wire.failure()), null, e);
    }
    if (e instanceof IOException || content.failure() != null) {
      String detail =
          "Expected a body that is compressed by "
              + coding.token()
              + " but found another, or a part of one";
      return problem(Problem.of(400, detail), e);
    }
    if (Problems.isOfProgram(e)) {
      return (RuntimeException) e; // a fault of the type that is asked for, not of the body
    }
    if (e instanceof DatasonException || e instanceof IllegalArgumentException) {
      return problem(Problems.ofBody((RuntimeException) e), e);
    }
    return (RuntimeException) e;
  }

  private HttpProblem problem(Problem problem, Exception cause) {
    return new HttpProblem(problem, cause, ofAnswer);
  }

  /** Closes the body after an error; what to throw. */
  RuntimeException closedAfter(Exception e) {
    RuntimeException problem = translated(e);
    try {
      close();
    } catch (RuntimeException closing) {
      problem.addSuppressed(closing);
    }
    return problem;
  }

  /** Closes the body. */
  @Override
  public void close() {
    try (wire) {
      content.close();
    } catch (IOException e) {
      throw new DatasonIOException(
          "The body cannot be closed: " + DatasonIOException.reason(e), null, e);
    }
  }
}
