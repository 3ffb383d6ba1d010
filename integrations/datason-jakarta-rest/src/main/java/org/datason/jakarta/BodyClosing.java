package org.datason.jakarta;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.BaseStream;

/**
 * Keeps bodies open that are read bit by bit, where they would be closed once their reader is made,
 * and closes them after the answer.
 */
final class BodyClosing
    implements ContainerRequestFilter,
        ClientResponseFilter,
        ReaderInterceptor,
        WriterInterceptor,
        ContainerResponseFilter {

  private static final String BODY = BodyClosing.class.getName() + ".body";
  private static final String INPUT = BodyClosing.class.getName() + ".input";
  private static final String OUTPUT = BodyClosing.class.getName() + ".output";

  @Override
  public void filter(ContainerRequestContext request) {
    HeldInput input = new HeldInput(request.getEntityStream());
    request.setEntityStream(input);
    request.setProperty(INPUT, input);
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    if (response.hasEntity()) {
      HeldInput input = new HeldInput(response.getEntityStream());
      response.setEntityStream(input);
      request.setProperty(INPUT, input);
    }
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object value = context.proceed();
    boolean lazy = value instanceof BaseStream || value instanceof Iterator;
    if (!lazy
        || !(value instanceof AutoCloseable)
        || !(context.getProperty(INPUT) instanceof HeldInput input)) {
      return value;
    }
    input.hold();
    Object held =
        value instanceof BaseStream<?, ?> stream
            ? stream.onClose(input::release)
            : new HeldItems((Iterator<?>) value, input);
    context.setProperty(BODY, held);
    return held;
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    try {
      context.proceed();
    } catch (IOException | RuntimeException | Error e) {
      if (context.getProperty(OUTPUT) instanceof EndlessOutput output) {
        output.stop(e);
      }
      throw e;
    } finally {
      close(context.getProperty(BODY));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!response.hasEntity()) {
      close(request.getProperty(BODY));
      return;
    }
    EndlessOutput output = new EndlessOutput(response.getEntityStream());
    response.setEntityStream(output);
    request.setProperty(OUTPUT, output);
  }

  /** Closes values that are read one by one. */
  static void close(Object body) {
    if (body instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("The body cannot be closed", e);
      }
    }
  }
}
