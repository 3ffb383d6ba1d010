package org.datason.spring;

import org.datason.http.HttpProblem;
import org.datason.http.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers problems by {@code application/problem+json}. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {

  /**
   * Answers a problem.
   *
   * @param thrown the problem itself, that the body of the request cannot be read, or an error of
   *     another kind that has it as its cause: of a client within the application, whose problem is
   *     none of the request
   */
  @ExceptionHandler(HttpProblem.class)
  ResponseEntity<byte[]> answer(HttpProblem e, Exception thrown) {
    boolean own = thrown == e || thrown instanceof HttpMessageNotReadableException;
    Problem problem = own ? e.problem() : Problem.of(500, null);
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.toBytes());
  }
}
