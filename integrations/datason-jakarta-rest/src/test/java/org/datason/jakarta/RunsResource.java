package org.datason.jakarta;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.datason.frame.Frame;

/** The example of Jakarta REST in docs/rest.md. */
@Path("/runs")
public class RunsResource {

  private static volatile Frame runs = Frame.builder().build();

  @GET
  public Frame runs() {
    return runs; // also Table, Tensor, records, maps, Stream<Frame>
  }

  @PUT
  public void put(Frame frame) {
    runs = frame;
  }

  @POST
  @Path("count")
  public Map<String, Long> count(Stream<Frame> batches) {
    return Map.of("rows", batches.mapToLong(Frame::size).sum()); // of any size
  }
}
