package org.datason.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A body for the JDK's client, written while it is sent, as fast as the other side takes it.
 *
 * <pre>{@code
 * HttpBody body = http.body(frame, MediaType.ARROW_STREAM);
 * HttpRequest request = HttpRequest.newBuilder(uri).headers(body.headers()).PUT(body).build();
 * HttpResponse<Run> response = client.send(request, http.bodyHandler(Run.class));
 * }</pre>
 *
 * <p>It is written by a thread of its own. An error while it is written ends the request with that
 * error, and the other side sees that the body has no end. A body of a {@code Stream}, {@code
 * Iterator} or {@code Publisher} can be sent once; any other one again. It is closed when it has
 * been sent, or cannot be; of a body that is never sent it is the caller's.
 */
public final class HttpBody implements BodyPublisher {

  private final DatasonHttp http;
  private final Object value;
  private final BodyForm form;
  private final AtomicBoolean sent = new AtomicBoolean();

  HttpBody(DatasonHttp http, Object value, BodyForm asked) {
    this.http = http;
    this.value = Items.of(value);
    try {
      form =
          new BodyForm(
              http.negotiate(this.value, asked.mediaType().toString(), null).mediaType(),
              asked.coding());
    } catch (RuntimeException e) {
      DatasonHttp.close(this.value, e);
      throw e;
    }
  }

  /**
   * The headers that tell what the body is.
   *
   * @return names and values by turns, for {@code HttpRequest.Builder.headers}
   */
  public String[] headers() {
    List<String> headers = new ArrayList<>(List.of("Content-Type", form.mediaType().toString()));
    if (form.coding() != ContentCoding.IDENTITY) {
      headers.addAll(List.of("Content-Encoding", form.coding().token()));
    }
    return headers.toArray(String[]::new);
  }

  /** Not known before it is written: -1. */
  @Override
  public long contentLength() {
    return -1;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    boolean again = value instanceof Items && sent.getAndSet(true);
    BodyPump pump =
        new BodyPump(
            subscriber,
            out -> {
              if (again) {
                throw new IllegalStateException(
                    "A body of values that come one by one can be sent once; make another one");
              }
              http.write(value, form, true, out);
            });
    subscriber.onSubscribe(pump);
    pump.start();
  }
}
