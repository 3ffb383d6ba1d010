package org.datason.jakarta;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import org.datason.http.DatasonHttp;

/**
 * Makes resources, and clients, take and return what Datason writes and reads. Servers find it on
 * the class path; it is registered by hand for other settings than the default ones, and with
 * clients.
 *
 * <pre>{@code
 * @Path("/runs")
 * public class Runs {
 *   @GET public Frame runs() { ... }                       // JSON, Arrow, JSON Lines or CSV, by Accept
 *   @POST public Summary add(Stream<Frame> batches) { ... } // of any size, closed after the request
 * }
 *
 * config.register(new DatasonFeature(DatasonHttp.builder().api(true).build()));
 * Client client = ClientBuilder.newBuilder().register(new DatasonFeature()).build();
 * }</pre>
 */
public final class DatasonFeature implements Feature {

  private final DatasonHttp http;

  /** With the default settings. */
  public DatasonFeature() {
    this(DatasonHttp.create());
  }

  /**
   * With settings.
   *
   * @param http writes and reads the bodies
   */
  public DatasonFeature(DatasonHttp http) {
    this.http = http;
  }

  @Override
  public boolean configure(FeatureContext context) {
    if (context.getConfiguration().isRegistered(DatasonBodies.class)) {
      return false;
    }
    context.register(new DatasonBodies(http));
    context.register(new ProblemMapper());
    context.register(new BodyClosing());
    return true;
  }
}
