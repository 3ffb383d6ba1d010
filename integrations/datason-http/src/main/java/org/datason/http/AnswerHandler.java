package org.datason.http;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads the body of an answer as its bytes come, on a thread of its own. */
final class AnswerHandler<T> implements BodyHandler<T> {

  private static final int MOST_OF_PROBLEM = 1 << 20;

  private final DatasonHttp http;
  private final Type type;

  AnswerHandler(DatasonHttp http, Type type) {
    this.http = http;
    this.type = type;
  }

  @Override
  public BodySubscriber<T> apply(ResponseInfo info) {
    return new Reading(info);
  }

  /** Passes the bytes on to a stream, from which another thread reads. */
  private final class Reading implements BodySubscriber<T> {

    private final BodySubscriber<InputStream> bytes = BodySubscribers.ofInputStream();
    private final CompletableFuture<T> value = new CompletableFuture<>();

    Reading(ResponseInfo info) {
      bytes
          .getBody()
          .whenComplete(
              (in, error) -> {
                Thread thread = new Thread(() -> complete(info, in), "datason-http-body");
                thread.setDaemon(true);
                thread.start();
              });
    }

    private void complete(ResponseInfo info, InputStream in) {
      try {
        value.complete(read(info, in));
      } catch (Throwable e) {
        value.completeExceptionally(e);
      }
    }

    @Override
    public CompletionStage<T> getBody() {
      return value;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      bytes.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
      bytes.onNext(item);
    }

    @Override
    public void onError(Throwable error) {
      bytes.onError(error);
    }

    @Override
    public void onComplete() {
      bytes.onComplete();
    }
  }

  @SuppressWarnings("unchecked")
  private T read(ResponseInfo info, InputStream in) throws IOException {
    HttpHeaders headers = info.headers();
    int status = info.statusCode();
    if (status >= 400) {
      try (in) {
        throw new HttpProblem(Problem.parse(status, in.readNBytes(MOST_OF_PROBLEM)), null);
      }
    }
    if (status == 204
        || status == 304
        || headers.firstValue("Content-Length").filter("0"::equals).isPresent()) {
      in.close();
      return null;
    }
    try {
      BodyForm form =
          http.received(
              headers.firstValue("Content-Type").orElse(null),
              headers.firstValue("Content-Encoding").orElse(null));
      return (T) http.read(in, form, type, true);
    } catch (RuntimeException e) {
      in.close();
      throw e;
    }
  }
}
