package org.datason.arrow;

import java.util.concurrent.Flow;
import org.apache.arrow.memory.BufferAllocator;
import org.datason.frame.Frame;

/**
 * Hands on what a publisher of frames hands out, as vectors, which are the subscriber's.
 *
 * @param frames the frames
 * @param allocator where the memory of the vectors comes from
 */
record TablePublisher(Flow.Publisher<Frame> frames, BufferAllocator allocator)
    implements Flow.Publisher<ArrowTable> {

  @Override
  public void subscribe(Flow.Subscriber<? super ArrowTable> subscriber) {
    frames.subscribe(subscriber == null ? null : new Converted(subscriber));
  }

  private final class Converted implements Flow.Subscriber<Frame> {

    private final Flow.Subscriber<? super ArrowTable> subscriber;
    private Flow.Subscription subscription;
    private boolean failed;

    Converted(Flow.Subscriber<? super ArrowTable> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      subscriber.onSubscribe(given);
    }

    @Override
    public void onNext(Frame frame) {
      if (failed) {
        return;
      }
      ArrowTable table;
      try {
        table = ArrowFrames.toArrow(frame, allocator);
      } catch (RuntimeException e) {
        failed = true;
        subscription.cancel();
        subscriber.onError(e);
        return;
      }
      subscriber.onNext(table);
    }

    @Override
    public void onError(Throwable error) {
      if (!failed) {
        subscriber.onError(error);
      }
    }

    @Override
    public void onComplete() {
      if (!failed) {
        subscriber.onComplete();
      }
    }
  }
}
