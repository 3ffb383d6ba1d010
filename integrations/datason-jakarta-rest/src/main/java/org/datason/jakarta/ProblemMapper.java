package org.datason.jakarta;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.datason.http.HttpProblem;
import org.datason.http.MediaType;
import org.datason.http.Problem;

/** Answers problems by {@code application/problem+json}. */
final class ProblemMapper implements ExceptionMapper<HttpProblem> {

  @Override
  public Response toResponse(HttpProblem e) {
    Problem problem = e.problem();
    return Response.status(problem.status())
        .type(MediaType.PROBLEM.toString())
        .entity(problem.toBytes())
        .build();
  }
}
