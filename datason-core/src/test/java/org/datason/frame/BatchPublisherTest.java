package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.datason.config.DatasonConfig;
import org.datason.json.DocumentChunks;
import org.junit.jupiter.api.Test;

/** However publishing ends, the batches are closed, once, and the subscriber is told once. */
class BatchPublisherTest {

  private final List<String> events = new ArrayList<>();
  private Flow.Subscription subscription;
  private Throwable error;

  /** Tells of its events, and does something at each batch. */
  private Flow.Subscriber<Frame> subscriber(Consumer<Frame> taker) {
    return new Flow.Subscriber<>() {
      @Override
      public void onSubscribe(Flow.Subscription given) {
        subscription = given;
      }

      @Override
      public void onNext(Frame frame) {
        events.add("batch");
        taker.accept(frame);
      }

      @Override
      public void onError(Throwable given) {
        error = given;
        events.add("error " + given.getMessage());
      }

      @Override
      public void onComplete() {
        events.add("end");
      }
    };
  }

  private static InputStream lines() {
    return new ByteArrayInputStream("{\"a\":1}\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8));
  }

  private void publish(InputStream in, Executor executor, Consumer<Frame> taker) {
    publish(in, executor, () -> events.add("closed"), taker);
  }

  private void publish(InputStream in, Executor executor, Runnable closing, Consumer<Frame> taker) {
    DatasonConfig config = DatasonConfig.builder().workers(1).build();
    DocumentChunks chunks = new DocumentChunks(in, 4, config, null);
    new FrameBatches(chunks, BatchOptions.defaults(), config, closing)
        .publisher(executor)
        .subscribe(subscriber(taker));
  }

  private static void refuse(Runnable task) {
    throw new RejectedExecutionException("shut down");
  }

  @Test
  void anErrorOfTheInputIsTold() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new StackOverflowError("too deep");
          }
        };
    publish(broken, Runnable::run, frame -> {});
    subscription.request(1);
    subscription.cancel();
    assertEquals(List.of("closed", "error too deep"), events);
    assertEquals(StackOverflowError.class, error.getClass());
  }

  @Test
  void whatTheSubscriberThrowsIsItsEnd() {
    IllegalStateException own = new IllegalStateException("no room");
    publish(
        lines(),
        Runnable::run,
        frame -> {
          throw own;
        });
    subscription.request(2);
    subscription.request(1);
    assertEquals(List.of("batch", "closed", "error no room"), events);
    assertSame(own, error);
  }

  @Test
  void whatIsThrownAfterCancellingGoesToTheExecutor() {
    IllegalStateException own = new IllegalStateException("no room");
    publish(
        lines(),
        Runnable::run,
        frame -> {
          subscription.cancel();
          throw own;
        });
    assertSame(own, assertThrows(IllegalStateException.class, () -> subscription.request(2)));
    assertEquals(List.of("batch", "closed"), events);
  }

  @Test
  void anErrorOfClosingIsAddedToTheFirst() {
    IllegalStateException own = new IllegalStateException("no room");
    IllegalStateException closing = new IllegalStateException("the file is gone");
    publish(
        lines(),
        Runnable::run,
        () -> {
          throw closing;
        },
        frame -> {
          throw own;
        });
    subscription.request(1);
    assertEquals(List.of("batch", "error no room"), events);
    assertEquals(List.of(closing), List.of(error.getSuppressed()));
  }

  @Test
  void aRequestThatIsRejectedIsTold() {
    publish(lines(), BatchPublisherTest::refuse, frame -> {});
    subscription.request(1);
    subscription.request(1);
    subscription.cancel();
    assertEquals(List.of("closed", "error shut down"), events);
    assertEquals(RejectedExecutionException.class, error.getClass());
  }

  @Test
  void cancellingClosesWhereTheExecutorRejects() {
    publish(lines(), BatchPublisherTest::refuse, frame -> {});
    subscription.cancel();
    subscription.cancel();
    subscription.request(1);
    assertEquals(List.of("closed"), events);
  }

  @Test
  void cancellingClosesWhereNothingIsRequested() {
    publish(lines(), Runnable::run, frame -> {});
    subscription.request(1);
    subscription.cancel();
    subscription.request(1);
    assertEquals(List.of("batch", "closed"), events);
  }

  @Test
  void theEndClosesFirst() {
    publish(lines(), Runnable::run, frame -> {});
    subscription.request(9);
    subscription.cancel();
    assertEquals(List.of("batch", "batch", "closed", "end"), events);
  }
}
