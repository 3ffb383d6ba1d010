package org.datason.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What makes the values of a class: a constructor or static method whose parameters are its
 * members, or a static method without parameters that gives a builder. Parameters are known by
 * {@link Name}, or by their own names if the class was compiled with {@code -parameters}. Each is
 * written from the getter or field of the same name.
 *
 * <pre>{@code
 * final class Range {
 *   private final int low;
 *   private final int high;
 *
 *   @Creator
 *   static Range of(@Name("low") int low, @Name("high") int high) {
 *     return new Range(low, high);
 *   }
 * }
 * }</pre>
 *
 * <p>A class needs none if it has setters, if its only constructor takes exactly its fields, by
 * their names, or if it has a public {@code static Builder builder()} whose {@code build()} gives
 * it. A builder has a method {@code x}, {@code setX} or {@code withX} for each field {@code x}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.CONSTRUCTOR, ElementType.METHOD})
public @interface Creator {}
