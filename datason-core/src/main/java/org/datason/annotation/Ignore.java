package org.datason.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves a member out, on writing and on reading: a record's component, or a field (or its getter
 * or setter). On reading it is as the constructor made it; a component, or a parameter of a {@link
 * Creator}, is null, 0 or false.
 *
 * <pre>{@code
 * final class Model {
 *   private String name;
 *   @Ignore private Thread trainer;
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Ignore {}
