package org.datason.http;

/** Answers requests of one method and path. May be called by several threads at once. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers a request.
   *
   * @param request the request; its body is closed after the answer has been sent
   * @return what to send: a value, which is sent in the form that the client accepts; a {@link
   *     Response} where there is more to say; null for an answer without a body (204). A {@code
   *     Stream}, {@code Iterator} or {@code Publisher} is taken as fast as the client takes it, and
   *     closed
   * @throws Exception an {@link HttpProblem} for an answer of another status; any other is answered
   *     by 500 without a word about it
   */
  Object handle(Request request) throws Exception;
}
