package org.datason.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Collects the members that the class does not have, so that nothing of a document is lost: on a
 * component, field or getter whose type is a {@code Map} with text as keys. On writing its entries
 * stand behind the other members, as members themselves.
 *
 * <pre>{@code
 * record Run(String id, @Collect Map<String, Object> more) {}
 *
 * datason.fromJson("{\"id\":\"a\",\"loss\":0.5}", Run.class); // Run[id=a, more={loss=0.5}]
 * }</pre>
 *
 * <p>Without unknown members the map is empty, so a null in its place is refused on writing; so is
 * an entry that has the name of a member.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Collect {}
