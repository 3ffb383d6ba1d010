package org.datason.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** Generated classes go with their template. */
class UnloadingTest {

  record Leaf(int value, Leaf next) {}

  private static WeakReference<Class<?>> use() {
    Template<Leaf> template = Template.builder(Leaf.class).compilation(Compilation.ON).build();
    assertEquals(
        new Leaf(1, new Leaf(2, null)),
        template.read("{\"value\":1,\"next\":{\"value\":2,\"next\":null}}"));
    Class<?> generated = template.generatedClass();
    assertNotNull(generated);
    return new WeakReference<>(generated);
  }

  @Test
  void classesAreUnloadedWithTheirTemplate() {
    WeakReference<Class<?>> generated = use();
    for (int i = 0; i < 100 && generated.get() != null; i++) {
      System.gc();
    }
    assertNull(generated.get());
  }
}
