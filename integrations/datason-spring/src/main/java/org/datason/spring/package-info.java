/**
 * Tables, tensors and values as the arguments and results of Spring's controllers: on the class
 * path of a Spring Boot application nothing more is needed.
 */
package org.datason.spring;
