package org.datason.types;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.datason.annotation.Collect;
import org.datason.annotation.Creator;
import org.datason.annotation.Ignore;
import org.datason.annotation.Name;

/**
 * What the annotations of a member say, ours or Jackson's. Jackson's are found by the names of
 * their classes, so that the library need not be there.
 *
 * @param name its name in JSON; null if none is given
 * @param aliases more names to read it by
 * @param named whether it is said to be a member, with or without a name
 * @param ignored whether it is left out
 * @param collects whether it collects unknown members
 */
record Mark(String name, List<String> aliases, boolean named, boolean ignored, boolean collects) {

  private static final String JACKSON = "com.fasterxml.jackson.annotation.Json";

  /** What the annotations of a member's parts (field, getter, parameter; some null) say. */
  static Mark of(AnnotatedElement... elements) {
    String name = null;
    List<String> aliases = new ArrayList<>();
    boolean named = false;
    boolean ignored = false;
    boolean collects = false;
    for (AnnotatedElement element : elements) {
      Annotation[] annotations = element == null ? new Annotation[0] : element.getAnnotations();
      for (Annotation annotation : annotations) {
        if (annotation instanceof Name ours) {
          named = true;
          name = ours.value().isEmpty() ? name : ours.value();
          aliases.addAll(List.of(ours.aliases()));
        } else if (annotation instanceof Ignore) {
          ignored = true;
        } else if (annotation instanceof Collect) {
          collects = true;
        } else {
          switch (jackson(annotation)) {
            case "Property" -> {
              named = true;
              String given = (String) value(annotation, "value");
              name = given == null || given.isEmpty() ? name : given;
            }
            case "Alias" -> aliases.addAll(texts(annotation));
            case "Ignore" -> ignored |= !Boolean.FALSE.equals(value(annotation, "value"));
            case "AnyGetter", "AnySetter" ->
                collects |= !Boolean.FALSE.equals(value(annotation, "enabled"));
            default -> {}
          }
        }
      }
    }
    return new Mark(name, aliases.stream().distinct().toList(), named, ignored, collects);
  }

  /** Whether a constructor or method is said to make the values of its class. */
  static boolean isCreator(AnnotatedElement element) {
    for (Annotation annotation : element.getAnnotations()) {
      if (annotation instanceof Creator
          || jackson(annotation).equals("Creator")
              && !"DISABLED".equals(String.valueOf(value(annotation, "mode")))) {
        return true;
      }
    }
    return false;
  }

  /** The names of members that a class leaves out by an annotation of its own. */
  static Set<String> ignoredNames(Class<?> c) {
    for (Annotation annotation : c.getAnnotations()) {
      if (jackson(annotation).equals("IgnoreProperties")) {
        return Set.copyOf(texts(annotation));
      }
    }
    return Set.of();
  }

  /** Whether a class passes over unknown members, whatever the settings. */
  static boolean ignoresUnknown(Class<?> c) {
    for (Annotation annotation : c.getAnnotations()) {
      if (jackson(annotation).equals("IgnoreProperties")) {
        return Boolean.TRUE.equals(value(annotation, "ignoreUnknown"));
      }
    }
    return false;
  }

  /** What follows "Json" in the name of an annotation of Jackson's; empty for any other. */
  private static String jackson(Annotation annotation) {
    String name = annotation.annotationType().getName();
    return name.startsWith(JACKSON) ? name.substring(JACKSON.length()) : "";
  }

  private static List<String> texts(Annotation annotation) {
    return value(annotation, "value") instanceof String[] texts ? Arrays.asList(texts) : List.of();
  }

  /** An attribute of an annotation; null if it has none of that name. */
  private static Object value(Annotation annotation, String attribute) {
    try {
      return annotation.annotationType().getMethod(attribute).invoke(annotation);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
