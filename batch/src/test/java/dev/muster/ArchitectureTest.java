package dev.muster;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The house rules of batch/README.md. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.muster");

    /** Which packages of the house a package may know, beside itself and the model. */
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("input", List.of()),
            Map.entry("template", List.of()),
            Map.entry("guard", List.of()),
            Map.entry("ledger", List.of()),
            Map.entry("target", List.of()),
            Map.entry("plan", List.of("template")),
            Map.entry("provision", List.of("plan", "template", "target", "ledger")),
            Map.entry("report", List.of("ledger", "input")),
            Map.entry("job", List.of("provision", "input", "guard", "ledger")),
            Map.entry("config", List.of("input", "plan", "target")),
            Map.entry("site", List.of("config", "input", "ledger", "plan", "provision", "target", "template")));

    /** Where a vendor's packages may be imported. */
    private static final Map<String, List<String>> VENDORS = Map.ofEntries(
            Map.entry("com.unboundid..", List.of("..target.ldap..", "..input..")),
            Map.entry("io.vertx..", List.of("..target.groupware..", "..provision..", "..cli..")),
            Map.entry("jakarta.mail..", List.of("..target.imap..")),
            Map.entry("org.eclipse.angus..", List.of("..target.imap..")),
            Map.entry("org.springframework.batch..", List.of("..job..")),
            Map.entry("org.springframework.jdbc..", List.of("..job..", "..ledger..")),
            Map.entry("com.zaxxer..", List.of("..cli..")),
            Map.entry("org.apache.commons.csv..", List.of("..input..", "..report..")),
            Map.entry("org.snakeyaml..", List.of("..config..", "..input..")),
            Map.entry("picocli..", List.of("..cli..")),
            Map.entry("org.bouncycastle..", List.of("..target.groupware..")));

    @Test
    void packagesKnowOnlyWhomTheyMayKnow() {
        MAY_KNOW.forEach((name, known) -> {
            List<String> allowed = new ArrayList<>(List.of("dev.muster.model..", "dev.muster." + name + ".."));
            known.forEach(each -> allowed.add("dev.muster." + each + ".."));
            classes()
                    .that()
                    .resideInAPackage("dev.muster." + name + "..")
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                            .or(resideOutsideOfPackage("dev.muster..")))
                    .because("batch/README.md says whom " + name + " may know; move the code to the package that may,"
                            + " or pass the piece in as an argument")
                    .allowEmptyShould(true)
                    .check(HOUSE);
        });
    }

    @Test
    void targetsKnowNothingOfEachOther() {
        slices().matching("dev.muster.target.(*)..")
                .should()
                .notDependOnEachOther()
                .because("what two targets share belongs to the model or to the port")
                .check(HOUSE);
    }

    @Test
    void vendorsAreKnownInOnePlace() {
        VENDORS.forEach((vendor, places) -> {
            ArchRule rule = noClasses()
                    .that()
                    .resideOutsideOfPackages(places.toArray(String[]::new))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(vendor)
                    .because("a vendor's types stay behind the port of " + places + "; translate them there");
            rule.check(HOUSE);
        });
    }

    @Test
    void nobodyIsCalledUtilOrManager() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .because("a name says what a thing is; find the noun of the field")
                .check(HOUSE);
    }
}
