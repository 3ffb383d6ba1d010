package org.datason;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.datason.error.DatasonException;
import org.junit.jupiter.api.Test;

/** The arrows between the packages point one way, and nothing is shared that could change. */
class ArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.datason");

  private static void assertDependsOnly(String of, String... on) {
    String[] allowed = new String[on.length + 2];
    System.arraycopy(on, 0, allowed, 0, on.length);
    allowed[on.length] = of;
    allowed[on.length + 1] = "java..";
    classes()
        .that()
        .resideInAPackage(of)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed))
        .check(CORE);
  }

  @Test
  void errorsDependOnNothing() {
    assertDependsOnly("org.datason.error");
  }

  @Test
  void settingsDependOnErrors() {
    assertDependsOnly("org.datason.config", "org.datason.error");
  }

  @Test
  void tensorsDependOnNothing() {
    assertDependsOnly("org.datason.tensor");
  }

  @Test
  void engineDependsOnSettingsErrorsAndWorkers() {
    assertDependsOnly(
        "org.datason.json", "org.datason.config", "org.datason.error", "org.datason.parallel");
  }

  @Test
  void tablesDependOnTheEngine() {
    assertDependsOnly(
        "org.datason.frame",
        "org.datason.json",
        "org.datason.config",
        "org.datason.error",
        "org.datason.parallel");
  }

  @Test
  void workersDependOnNothing() {
    assertDependsOnly("org.datason.parallel");
  }

  @Test
  void typesKnowNothingOfTheFacade() {
    noClasses()
        .that()
        .resideInAPackage("org.datason.*..")
        .and()
        .resideOutsideOfPackage("org.datason.integrity..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.datason")
        .check(CORE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.datason.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void coreNeedsTheJdkAlone() {
    noClasses()
        .should()
        .dependOnClassesThat(not(resideInAnyPackage("org.datason..", "java..", "javax.crypto..")))
        .check(CORE);
  }

  @Test
  void sqlIsForTheTypesAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.datason.types..")
        .should()
        .dependOnClassesThat(resideInAPackage("java.sql.."))
        .check(CORE);
  }

  @Test
  void nothingSharedCanChange() {
    fields().that().areStatic().should().beFinal().check(CORE);
    noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class).check(CORE);
  }

  @Test
  void nothingIsPrinted() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CORE);
  }

  @Test
  void noClassIsLookedUpByName() {
    noClasses()
        .should()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
        .orShould()
        .callMethod(ClassLoader.class, "loadClass", String.class)
        .check(CORE);
  }

  @Test
  void errorsAreOneFamily() {
    classes()
        .that()
        .areAssignableTo(Throwable.class)
        .and()
        .arePublic()
        .should()
        .beAssignableTo(DatasonException.class)
        .check(CORE);
    assertEquals(
        simpleNames(
            CORE.stream()
                .filter(c -> c.isAssignableTo(DatasonException.class))
                .filter(c -> !c.isEquivalentTo(DatasonException.class))),
        Arrays.stream(DatasonException.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .sorted()
            .toList());
  }

  @Test
  void engineShowsWhatHandlersNeed() {
    assertEquals(
        List.of(
            "ArrayParts",
            "DocumentChunk",
            "DocumentChunks",
            "Envelope",
            "Explanation",
            "GeneratedInput",
            "GeneratedOutput",
            "GeneratedScalars",
            "JsonReader",
            "JsonToken",
            "JsonWriter",
            "KnownNames",
            "MemberNames",
            "NonFinite",
            "NumberForms",
            "NumberKind",
            "NumberText",
            "PathStep",
            "Place",
            "Redactor",
            "RepeatedTexts",
            "SharedKeys",
            "SpareBuffer",
            "TextBytes",
            "TextRecognizer",
            "TextTable",
            "TimeForm",
            "TimeParts",
            "TimeText",
            "TypeHandler",
            "TypeResolver",
            "TypedInput",
            "UuidText",
            "WrittenRange"),
        simpleNames(
            CORE.stream()
                .filter(c -> c.getPackageName().equals("org.datason.json"))
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(JavaClass::isTopLevelClass)));
  }

  private static List<String> simpleNames(Stream<JavaClass> classes) {
    return classes.map(JavaClass::getSimpleName).sorted().toList();
  }
}
