package org.datason.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cuts an answer off in which an error came after its beginning had been sent, whatever handlers of
 * exceptions have made of the error: the container closes the connection for an exception, and
 * would write a clean end otherwise.
 */
final class CutOffFilter extends OncePerRequestFilter {

  private static final String ERROR = CutOffFilter.class.getName() + ".error";

  /** Has the answer to the current request cut off. */
  static void remember(Throwable error) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(ERROR, error, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /** What an asynchronous controller returns is written in a later dispatch than the first. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (request.getAttribute(ERROR) instanceof Throwable error && response.isCommitted()) {
      throw new IOException("The answer was cut off", error);
    }
  }
}
