package dev.muster.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.AccountLogin;
import dev.muster.model.LoginTemplate;
import dev.muster.model.LoginTemplates;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.target.memory.MemoryAccountEntries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountLoginsTest {
    private static final ObjectKey INFO = ObjectKey.account("info");
    private static final MailAddress ADDRESS = MailAddress.of("kontakt@example.org");
    private static final ObjectKey ANNA = new ObjectKey(ObjectKey.Kind.USER, "Anna");
    private static final ObjectKey BERT = new ObjectKey(ObjectKey.Kind.USER, "bert");

    private final MemoryAccountEntries directory = new MemoryAccountEntries(any -> true);

    @Test
    void withoutAWordOfTheSiteSheOpensItBehindASlashAndSendsAsHerself() {
        assertThat(logins("{{username}}/{{fa_email_address}}"))
                .containsEntry(ANNA, new AccountLogin("Anna/kontakt@example.org", "Anna", "anna"))
                .containsKey(BERT);
    }

    @Test
    void theNameOfTheMailboxCanStandForTheAddress() {
        assertThat(logins("{{fa_name}}*{{username}}").get(ANNA).shared()).isEqualTo("info*Anna");
    }

    @Test
    void theDirectorysValuesAreTheMembersAndTheAccounts() {
        directory.put(INFO, Map.of("fa_entry_uuid", "uuid-", "entry_uuid", "wrong", "dn", "cn=wrong"));
        directory.put(ANNA, Map.of("fa_entry_uuid", "wrong", "entry_uuid", "1234", "dn", "uid=anna"));
        assertThat(logins("{{fa_entry_uuid}}{{username}}{{entry_uuid}}{{dn}}")
                        .get(ANNA)
                        .shared())
                .isEqualTo("uuid-Anna1234uid=anna");
    }

    @Test
    void whoLacksAValueHasNoLogin() {
        directory.put(ANNA, Map.of("employeeNumber", "4711"));
        assertThat(logins("{{employeeNumber}}/info")).containsOnlyKeys(ANNA);
        AccountLogins without = new AccountLogins(templates("{{employeeNumber}}"), Optional.empty());
        assertThat(without.of(INFO, ADDRESS, List.of(ANNA))).isEmpty();
        assertThat(without.lack(INFO, ANNA)).contains("user Anna", "account info", "employeeNumber");
    }

    private Map<ObjectKey, AccountLogin> logins(String shared) {
        return new AccountLogins(templates(shared), Optional.of(directory)).of(INFO, ADDRESS, List.of(ANNA, BERT));
    }

    private static LoginTemplates templates(String shared) {
        return new LoginTemplates(
                LoginTemplate.of(shared), LoginTemplates.DEFAULT.sender(), LoginTemplates.DEFAULT.identifier());
    }
}
