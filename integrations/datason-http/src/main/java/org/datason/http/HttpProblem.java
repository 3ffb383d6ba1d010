package org.datason.http;

import java.util.Objects;

/**
 * A request that cannot be answered as it asks. A server answers it by its {@linkplain #problem
 * problem}; a client gets it for an answer of a status from 400 on.
 *
 * <pre>{@code
 * throw new HttpProblem(404, "There is no table 'runs'");
 * }</pre>
 */
public final class HttpProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Whether the body that it is about is one that a client got. */
  private final boolean ofAnswer;

  /**
   * A problem of a status.
   *
   * @param status the status code, from 400 to 599
   * @param detail what was expected and found; the other side reads it
   */
  public HttpProblem(int status, String detail) {
    this(Problem.of(status, detail), null);
  }

  /**
   * A problem with what led to it.
   *
   * @param problem what the other side is told
   * @param cause what led to it, which the other side is not told; or null
   */
  public HttpProblem(Problem problem, Throwable cause) {
    this(problem, cause, false);
  }

  /**
   * A problem of a body.
   *
   * @param ofAnswer whether the body is one that a client got, of which a server's own clients are
   *     not told
   */
  HttpProblem(Problem problem, Throwable cause, boolean ofAnswer) {
    super(message(problem), cause);
    this.problem = problem;
    this.ofAnswer = ofAnswer;
  }

  boolean isOfAnswer() {
    return ofAnswer;
  }

  private static String message(Problem problem) {
    Objects.requireNonNull(problem, "problem");
    String text = problem.status() + " " + problem.title();
    if (problem.detail() != null) {
      text += ": " + problem.detail();
    }
    return problem.location() == null ? text : text + " at " + problem.location();
  }

  /**
   * What the other side is told, or was told by it.
   *
   * @return the problem
   */
  public Problem problem() {
    return problem;
  }
}
