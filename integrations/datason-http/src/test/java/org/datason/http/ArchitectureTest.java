package org.datason.http;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each library that may be absent is used in one class, and little is public. */
class ArchitectureTest {

  private static final JavaClasses HTTP =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.datason.http");

  @Test
  void theCoreAndTheJdkAreEnough() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.(ArrowFormat|CsvFormat|Tables|Zstandard|ContentCoding)(\\$.*)?")
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    "java..",
                    "com.sun.net.httpserver..",
                    "org.datason",
                    "org.datason.config..",
                    "org.datason.error..",
                    "org.datason.frame..",
                    "org.datason.http..",
                    "org.datason.json..",
                    "org.datason.tensor..",
                    "org.datason.types..")))
        .check(HTTP);
  }

  @Test
  void nothingSharedCanChange() {
    fields().that().areStatic().should().beFinal().check(HTTP);
    noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class).check(HTTP);
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
        .check(HTTP);
  }

  @Test
  void littleIsPublic() {
    assertEquals(
        List.of(
            "BodyForm",
            "BodyOutput",
            "ContentCoding",
            "DatasonHttp",
            "Endpoint",
            "HttpBody",
            "HttpProblem",
            "MediaType",
            "Problem",
            "Request",
            "Response",
            "Routes",
            "StoredBody",
            "StoredTable"),
        HTTP.stream()
            .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(JavaClass::isTopLevelClass)
            .map(JavaClass::getSimpleName)
            .sorted()
            .toList());
  }
}
