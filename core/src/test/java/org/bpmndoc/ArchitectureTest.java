package org.bpmndoc;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Keeps the arrows of docs/decisions/0001-package-order.md.
class ArchitectureTest {

  private static final List<String> ORDER =
      List.of(
          "graph",
          "xml",
          "yaml",
          "json",
          "bpmn",
          "dmn",
          "landscape",
          "annotate",
          "plan",
          "document",
          "prompt",
          "batch",
          "journal",
          "run");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.bpmndoc");

  @Test
  void every_package_has_its_place_in_the_order() {
    assertThat(CORE.stream().map(type -> type.getPackageName().split("\\.")[2]).distinct())
        .containsExactlyInAnyOrderElementsOf(ORDER);
  }

  @Test
  void a_package_uses_only_those_before_it() {
    for (int place = 0; place < ORDER.size(); place++) {
      String[] later =
          ORDER.subList(place + 1, ORDER.size()).stream()
              .map(name -> "org.bpmndoc." + name + "..")
              .toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage("org.bpmndoc." + ORDER.get(place) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later)
            .check(CORE);
      }
    }
  }

  @Test
  void there_are_no_cycles() {
    slices().matching("org.bpmndoc.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void core_knows_no_vendor_no_sql_and_no_http() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "org.bpmndoc..",
                    "java..",
                    "javax.xml..",
                    "org.xml.sax..",
                    "org.jspecify..",
                    "org.jgrapht..",
                    "org.snakeyaml.engine..",
                    "com.google.re2j..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "com.networknt.schema..")
                .and(not(resideInAPackage("java.sql..")))
                .and(not(resideInAPackage("java.net.http..")))
                .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.type(void.class)))
        .check(CORE);
  }

  @Test
  void only_the_scheduler_waits() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.bpmndoc.run..")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Object.class, "wait")
        .check(CORE);
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CORE);
  }
}
