package org.datason.spring;

import java.util.Map;
import java.util.stream.Stream;
import org.datason.frame.Frame;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The example of Spring in docs/rest.md. */
@RestController
class RunsController {

  private volatile Frame runs = Frame.builder().build();

  @GetMapping("/runs")
  Frame runs() {
    return runs; // also Table, INDArray, Tensor, records, maps, Stream<Frame>
  }

  @PutMapping("/runs")
  void put(@RequestBody Frame frame) {
    runs = frame;
  }

  @PostMapping("/count")
  Map<String, Long> count(@RequestBody Stream<Frame> batches) {
    return Map.of("rows", batches.mapToLong(Frame::size).sum()); // of any size
  }
}
