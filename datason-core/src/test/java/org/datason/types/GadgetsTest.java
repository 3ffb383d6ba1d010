package org.datason.types;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Loading never instantiates a class named in the input, nor loads it: whatever the form in which a
 * document names one, the result is data or an error.
 */
class GadgetsTest {

  /** What classes do that must not be touched. */
  static final List<String> TOUCHED = Collections.synchronizedList(new ArrayList<>());

  /** Looks like a bean that any naive mapper would make. */
  public static class Gadget {
    static {
      TOUCHED.add("loaded");
    }

    private String command;

    public Gadget() {
      TOUCHED.add("made");
    }

    public Gadget(String command) {
      TOUCHED.add("made with " + command);
    }

    public String getCommand() {
      return command;
    }

    public void setCommand(String command) {
      TOUCHED.add("set " + command);
      this.command = command;
    }
  }

  record Holder(Object any, Map<String, Object> map, List<Object> list, Comparable<?> comparable) {}

  /** Known from exploits of other libraries, and our own. */
  private static final List<String> CLASSES =
      List.of(
          "org.datason.types.GadgetsTest$Gadget",
          "java.lang.Runtime",
          "java.lang.ProcessBuilder",
          "java.lang.Class",
          "java.lang.Thread",
          "java.net.InetAddress",
          "java.net.URLClassLoader",
          "java.util.ServiceLoader",
          "java.util.PriorityQueue",
          "java.util.logging.FileHandler",
          "java.beans.XMLDecoder",
          "java.beans.EventHandler",
          "java.io.FileOutputStream",
          "java.rmi.server.UnicastRemoteObject",
          "java.security.SignedObject",
          "java.lang.AutoCloseable",
          "javax.naming.InitialContext",
          "javax.naming.spi.ContinuationDirContext",
          "javax.management.BadAttributeValueExpException",
          "javax.script.ScriptEngineManager",
          "javax.swing.JEditorPane",
          "javax.imageio.spi.ServiceRegistry",
          "com.sun.rowset.JdbcRowSetImpl",
          "com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl",
          "com.sun.org.apache.bcel.internal.util.ClassLoader",
          "com.sun.jndi.ldap.LdapAttribute",
          "sun.misc.Unsafe",
          "jdk.internal.misc.Unsafe",
          "org.springframework.beans.factory.ObjectFactory",
          "org.springframework.beans.factory.config.PropertyPathFactoryBean",
          "org.springframework.context.support.ClassPathXmlApplicationContext",
          "org.springframework.jndi.support.SimpleJndiBeanFactory",
          "org.springframework.aop.support.AbstractBeanFactoryPointcutAdvisor",
          "org.apache.commons.collections.functors.InvokerTransformer",
          "org.apache.commons.beanutils.BeanComparator",
          "org.apache.commons.configuration.JNDIConfiguration",
          "org.apache.xbean.propertyeditor.JndiConverter",
          "org.apache.ibatis.datasource.jndi.JndiDataSourceFactory",
          "org.codehaus.groovy.runtime.MethodClosure",
          "org.hibernate.jmx.StatisticsService",
          "ch.qos.logback.core.db.JNDIConnectionSource",
          "ch.qos.logback.core.db.DriverManagerConnectionSource",
          "com.mchange.v2.c3p0.JndiRefForwardingDataSource",
          "com.mchange.v2.c3p0.WrapperConnectionPoolDataSource",
          "com.zaxxer.hikari.HikariConfig",
          "com.alibaba.fastjson.JSONObject",
          "bsh.Interpreter",
          "clojure.core$constantly",
          "Lorg.datason.types.GadgetsTest$Gadget;",
          "[Lorg.datason.types.GadgetsTest$Gadget;",
          "ldap://example.invalid/a",
          "rmi://example.invalid/a",
          "../../etc/passwd");

  /** The forms in which libraries name classes; %s is the name. */
  private static final List<String> FORMS =
      List.of(
          // Jackson: property, wrapper array, wrapper object
          "{\"@class\":\"%s\",\"command\":\"calc\"}",
          "{\"@type\":\"%s\",\"command\":\"calc\"}",
          "{\"@c\":\".%s\",\"command\":\"calc\"}",
          "[\"%s\",{\"command\":\"calc\"}]",
          "[\"%s\",\"calc\"]",
          "{\"%s\":{\"command\":\"calc\"}}",
          // fastjson
          "{\"@type\":\"java.lang.Class\",\"val\":\"%s\"}",
          "{\"a\":{\"@type\":\"java.lang.AutoCloseable\",\"@type\":\"%s\",\"command\":\"calc\"}}",
          "{\"@type\":\"%s\",\"dataSourceName\":\"ldap://example.invalid/a\",\"autoCommit\":true}",
          "{\"$ref\":\"$.%s\"}",
          // XStream, json-io, Gson extras, Json.NET, flexjson, Genson, BSON, YAML
          "{\"%s\":{\"@serialization\":\"custom\",\"handler\":{\"@class\":\"%s\"}}}",
          "{\"@id\":1,\"@type\":\"%s\",\"@items\":[\"calc\"]}",
          "{\"$type\":\"%s, System\",\"command\":\"calc\"}",
          "{\"class\":\"%s\",\"command\":\"calc\"}",
          "{\"type\":\"%s\",\"value\":{\"command\":\"calc\"}}",
          "{\"_t\":\"%s\",\"command\":\"calc\"}",
          "{\"__type__\":\"%s\",\"__value__\":\"calc\"}",
          "{\"py/object\":\"%s\",\"py/reduce\":[\"calc\"]}",
          "\"!!%s [calc]\"",
          // our own envelope, in any order
          "{\"__datason_type__\":\"%s\",\"__datason_value__\":{\"command\":\"calc\"}}",
          "{\"__datason_type__\":\"%s\",\"__datason_value__\":[\"calc\"]}",
          "{\"__datason_type__\":\"%s\",\"__datason_value__\":\"calc\"}",
          "{\"__datason_type__\":\"%s\"}",
          "{\"__datason_value__\":{\"command\":\"calc\"},\"__datason_type__\":\"%s\"}",
          "{\"__datason_type__\":\"datetime\",\"__datason_java__\":\"%s\",\"__datason_value__\":\"x\"}",
          "{\"__datason_type__\":\"java.array\",\"__datason_java__\":\"%s\",\"__datason_value__\":[]}",
          "{\"__datason_type__\":\"java.array\",\"__datason_java__\":\"%s[]\",\"__datason_value__\":[]}",
          "{\"__datason_type__\":\"java.util.EnumMap\",\"__datason_java__\":\"%s\","
              + "\"__datason_value__\":{}}",
          "{\"__datason_type__\":\"set\",\"__datason_java__\":\"%s\",\"__datason_value__\":[]}",
          "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_java__\":\"%s\","
              + "\"__datason_value__\":{\"data\":[1],\"dtype\":\"%s\"}}",
          "{\"__datason_type__\":\"sklearn.estimator\",\"__datason_value__\":{\"class\":\"%s\"}}");

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private ClassLoader before;

  /** Notes the classes that are asked for by name. */
  private final class Watching extends ClassLoader {

    Watching(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      return super.loadClass(name, resolve);
    }
  }

  @BeforeEach
  void watch() {
    before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(new Watching(before));
  }

  @AfterEach
  void stopWatching() {
    Thread.currentThread().setContextClassLoader(before);
  }

  static Stream<String> documents() {
    return FORMS.stream().flatMap(f -> CLASSES.stream().map(c -> f.replace("%s", c)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void namedClassesAreData(String json) {
    for (String preset : List.of("defaults", "ml", "api", "strict", "performance", "python")) {
      Datason datason = Datason.builder().config(DatasonConfig.preset(preset)).build();
      assertData(() -> datason.fromJson(json));
      assertData(() -> datason.fromJson("[" + json + "," + json + "]"));
      assertData(() -> datason.fromJson(json, Object.class));
      assertData(() -> datason.fromJson(json, Map.class));
      assertData(() -> datason.fromJson(json, Comparable.class));
      for (String member : List.of("any", "map", "list", "comparable")) {
        Holder holder =
            orError(() -> datason.fromJson("{\"" + member + "\":" + json + "}", Holder.class));
        if (holder != null) {
          assertData(
              () ->
                  Stream.of(holder.any, holder.map, holder.list, holder.comparable)
                      .filter(v -> v != null)
                      .toList());
        }
      }
    }
    assertEquals(List.of(), TOUCHED);
    for (String name : asked) {
      assertFalse(CLASSES.contains(name), name);
    }
  }

  private interface Loading<T> {
    T load();
  }

  private static <T> T orError(Loading<T> loading) {
    try {
      return loading.load();
    } catch (DatasonException e) {
      return null;
    }
  }

  private static void assertData(Loading<?> loading) {
    Object value = orError(loading);
    if (value != null) {
      check(value);
    }
  }

  /** Whether a value is made of nothing but data. */
  private static void check(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(GadgetsTest::check);
      map.values().forEach(GadgetsTest::checkOrNull);
    } else if (value instanceof Iterable<?> items && !(value instanceof java.nio.file.Path)) {
      items.forEach(GadgetsTest::checkOrNull);
    } else if (value instanceof Hinted hinted) {
      check(hinted.members());
    } else {
      boolean data =
          value instanceof String
              || value instanceof Number
              || value instanceof Boolean
              || value.getClass().isArray();
      assertTrue(data, value.getClass().getName());
    }
  }

  private static void checkOrNull(Object value) {
    if (value != null) {
      check(value);
    }
  }

  @Test
  void nothingOfOursLoadsAClassByItsName() {
    JavaClasses ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.datason");
    assertTrue(ours.size() > 50);
    noClasses()
        .should(callMethodsNamed("forName", Class.class))
        .orShould(callMethodsNamed("loadClass", ClassLoader.class))
        .orShould(callMethodsNamed("findClass", MethodHandles.Lookup.class))
        .orShould(callMethodsNamed("lookup", javax.naming.Context.class))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .check(ours);
  }

  private static ArchCondition<JavaClass> callMethodsNamed(String name, Class<?> owner) {
    return new ArchCondition<>("call " + owner.getSimpleName() + "." + name) {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        c.getMethodCallsFromSelf().stream()
            .filter(call -> call.getTarget().getName().equals(name))
            .filter(call -> call.getTargetOwner().isAssignableTo(owner))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
      }
    };
  }

  @Test
  void namesOfClassesThatAreKnownAreThoseClassesAndNoOthers() {
    Datason datason = Datason.builder().type("holder", Holder.class).build();
    assertThrows(
        DatasonException.class,
        () ->
            datason.fromJson(
                "{\"__datason_type__\":\""
                    + Gadget.class.getName()
                    + "\",\"__datason_value__\":{}}",
                Holder.class));
    assertEquals(
        Hinted.class,
        datason
            .fromJson(
                "{\"__datason_type__\":\""
                    + Holder.class.getName()
                    + "\",\"__datason_value__\":{}}")
            .getClass());
    assertEquals(List.of(), TOUCHED);
  }
}
