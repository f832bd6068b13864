package dev.muster.legacy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LegacyArchitectureTest {
    private static final JavaClasses COMMANDS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.muster.legacy");

    @Test
    void theOldCommandsKnowNeitherJobNorCommandLineOfTheImport() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.muster.job..",
                        "dev.muster.cli..",
                        "io.vertx..",
                        "org.springframework..",
                        "org.h2..",
                        "com.unboundid..",
                        "jakarta.mail..",
                        "picocli..")
                .because("an old command is a thin door into dev.muster.provision, and starts in a blink; vendors stay"
                        + " behind the ports")
                .check(COMMANDS);
    }
}
