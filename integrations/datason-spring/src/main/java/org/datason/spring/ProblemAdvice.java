package org.datason.spring;

import org.datason.http.HttpProblem;
import org.datason.http.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers problems by {@code application/problem+json}. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {

  @ExceptionHandler
  ResponseEntity<byte[]> answer(HttpProblem e) {
    Problem problem = e.problem();
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.toBytes());
  }
}
