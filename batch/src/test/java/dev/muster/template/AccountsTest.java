package dev.muster.template;

import static dev.muster.template.Drafts.claims;
import static dev.muster.template.Drafts.complete;
import static dev.muster.template.Drafts.draft;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Field;
import dev.muster.model.Origin;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import dev.muster.model.UserDraft;
import dev.muster.model.UserName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
    private static final String SALES = """
              <account column="Department" is="sales">
                <set field="username">{givenname:1}{surname:3}</set>
                <set field="mail">{username}@sales.test.tux</set>
                <set field="alias">{employeenumber}@test.tux</set>
                <set field="alias">{nickname}@test.tux</set>
                <set field="quota">500</set>
                <set field="language">FR</set>
                <set field="disable">tasks</set>
                <password from="generated" length="12">
                  <characters>abc</characters>
                  <characters>XYZ</characters>
                  <characters>123</characters>
                </password>
              </account>
              <account column="language" is="fr_FR">
                <set field="timezone">Indian/Reunion</set>
              </account>
            </accounts>
            """;
    private final UserDraft sales =
            draft("department", "Sales", "surname", "Müller", "givenname", "Zoë", "employeenumber", "17");

    @TempDir
    private Path folder;

    private Templates templates;

    @BeforeEach
    void loadTemplatesWithADepartment() throws IOException {
        for (String file : List.of("ImapFolders.xml", "GroupwareFolders.xml")) {
            Files.copy(Drafts.SHIPPED.resolve(file), folder.resolve(file));
        }
        String shipped = Files.readString(Drafts.SHIPPED.resolve("Accounts.xml"));
        Files.writeString(folder.resolve("Accounts.xml"), shipped.replace("</accounts>", SALES));
        templates = Templates.load(folder);
    }

    @Test
    void aDepartmentHasItsOwnNamesAndAddresses() {
        UserName name = templates.userNames(sales).next();

        assertThat(name.value()).isEqualTo("zmue");
        assertThat(templates.addresses(sales, name).next().value()).isEqualTo("zmue@sales.test.tux");
    }

    @Test
    void otherDepartmentsKeepTheGeneralOnes() {
        UserDraft other = draft("department", "Support", "surname", "Müller", "givenname", "Zoë");

        assertThat(templates.userNames(other).next().value()).isEqualTo("zoe.mueller");
    }

    @Test
    void everyAliasPatternThatCanBeFilledIsTaken() {
        assertThat(complete(templates, sales).values()).containsEntry(Field.ALIAS, List.of("17@test.tux"));
    }

    @Test
    void aDepartmentCanSetTheLanguageAndTheLanguageTheRest() {
        assertThat(complete(templates, sales).values())
                .containsEntry(Field.LANGUAGE, List.of("fr_FR"))
                .containsEntry(Field.TIMEZONE, List.of("Indian/Reunion"))
                .containsEntry(Field.SENT_FOLDER, List.of("Objets envoyés"))
                .containsEntry(Field.QUOTA, List.of("500"))
                .containsEntry(Field.MODULES, List.of(Long.toString(268422943 - 8)));
    }

    @Test
    void aGeneratedPasswordFollowsThePolicy() {
        for (int generation = 1; generation <= 200; generation++) {
            assertThat(password(sales, generation, Drafts.KEY))
                    .hasSize(12)
                    .matches("[abcXYZ123]+")
                    .containsPattern("[abc]")
                    .containsPattern("[XYZ]")
                    .containsPattern("[123]");
        }
    }

    @Test
    void aGeneratedPasswordIsTheSameAtEveryCallAndAnotherForEveryGenerationAndKey() {
        SiteKey other = new SiteKey("another key of a test".getBytes(UTF_8));
        String password = password(sales, 1, Drafts.KEY);

        assertThat(password(sales, 1, Drafts.KEY)).isEqualTo(password);
        assertThat(password(sales, 2, Drafts.KEY)).isNotEqualTo(password);
        assertThat(password(sales, 1, other)).isNotEqualTo(password);
    }

    @Test
    void aPasswordOfTheFeedWins() {
        Password given = new Password.Clear(Secret.of("geheim"));
        UserDraft draft = new UserDraft(new Origin("users.csv", 2, 1), "17", sales.values(), given);

        assertThat(complete(templates, draft).password()).isEqualTo(given);
    }

    private String password(UserDraft draft, int generation, SiteKey key) {
        Password password = templates
                .complete(draft, claims("zmue", "zmue@sales.test.tux", generation), key)
                .password();
        return ((Password.Clear) password).secret().reveal();
    }
}
