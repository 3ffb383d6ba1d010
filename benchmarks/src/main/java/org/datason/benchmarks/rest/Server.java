package org.datason.benchmarks.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Spring MVC on Tomcat, on loopback, with one converter. */
final class Server implements AutoCloseable {

  private final Tomcat tomcat = new Tomcat();

  Server(Tables tables, HttpMessageConverter<?> converter) throws IOException, LifecycleException {
    GenericWebApplicationContext beans = new GenericWebApplicationContext();
    beans.registerBean(Tables.class, () -> tables);
    beans.registerBean(RequestMappingHandlerMapping.class);
    beans.registerBean(
        RequestMappingHandlerAdapter.class,
        () -> {
          RequestMappingHandlerAdapter adapter = new RequestMappingHandlerAdapter();
          adapter.setMessageConverters(List.of(converter));
          return adapter;
        });
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.setSilent(true);
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "spring", new DispatcherServlet(beans));
    context.addServletMappingDecoded("/*", "spring");
    tomcat.getConnector().setProperty("maxSwallowSize", "-1");
    tomcat.start();
  }

  String address() {
    return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}
