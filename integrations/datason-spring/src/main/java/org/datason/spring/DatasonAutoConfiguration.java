package org.datason.spring;

import org.datason.Datason;
import org.datason.http.DatasonHttp;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes controllers take and return what Datason writes and reads. A bean of {@link Datason} or
 * {@link DatasonHttp} of the application's own takes the place of the one that is made here.
 */
@AutoConfiguration(before = HttpMessageConvertersAutoConfiguration.class)
@EnableConfigurationProperties(DatasonProperties.class)
public class DatasonAutoConfiguration {

  /** Made by Spring. */
  public DatasonAutoConfiguration() {}

  /**
   * What writes and reads JSON.
   *
   * @return with the default settings
   */
  @Bean
  @ConditionalOnMissingBean
  Datason datason() {
    return Datason.create();
  }

  /**
   * What writes and reads bodies.
   *
   * @param datason writes and reads JSON
   * @param properties the settings
   * @return by these settings
   */
  @Bean
  @ConditionalOnMissingBean
  DatasonHttp datasonHttp(Datason datason, DatasonProperties properties) {
    return DatasonHttp.builder()
        .datason(datason)
        .api(properties.api())
        .compression(properties.compression())
        .maxBodyBytes(properties.maxBody().toBytes())
        .maxContentBytes(properties.maxContent().toBytes())
        .build();
  }

  /**
   * The converter.
   *
   * @param http writes and reads bodies
   * @return asked before all others
   */
  @Bean
  @ConditionalOnMissingBean
  DatasonHttpMessageConverter datasonHttpMessageConverter(DatasonHttp http) {
    return new DatasonHttpMessageConverter(http);
  }

  /** What a server needs beside the converter. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  static class Server {

    @Bean
    ResponseCoding datasonResponseCoding(DatasonHttp http) {
      return new ResponseCoding(http);
    }

    @Bean
    ProblemAdvice datasonProblemAdvice() {
      return new ProblemAdvice();
    }

    @Bean
    CutOffFilter datasonCutOffFilter() {
      return new CutOffFilter();
    }
  }
}
