package dev.muster.legacy;

import static dev.muster.legacy.Servers.call;
import static dev.muster.legacy.Servers.column;
import static dev.muster.legacy.Servers.folders;
import static dev.muster.legacy.Servers.person;
import static dev.muster.legacy.Servers.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.legacy.Servers.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code changepasswd} and {@code setquota} on Dovecot and Cyrus, for people who may log in and who may not. */
class AmendmentsIT {
    private final String name = Servers.mark();

    @Test
    void changepasswdNamesEveryPlaceThatKeepsOne() throws Exception {
        add();
        List<String> before = column("user", "id", "userPassword", name);
        Said said = call("changepasswd", "--username=" + name, "--password=neu");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("LDAP, groupware");
        assertThat(folders(name, "neu")).isNotEmpty();
        assertThatThrownBy(() -> folders(name, "geheim")).hasMessageContaining("AUTHENTICATIONFAILED");
        assertThat(column("user", "id", "userPassword", name)).isNotEqualTo(before);
    }

    @Test
    void changepasswdPutsTheOldOneBackWhereTheDatabaseRefuses() throws Exception {
        add();
        String trigger = "CREATE TRIGGER keep_" + name + " BEFORE UPDATE ON `user` FOR EACH ROW IF OLD.mail = '" + name
                + "@test.tux' THEN SIGNAL SQLSTATE '45000'; END IF";
        Servers.execute(Servers.DATABASE, trigger);
        try {
            Said said = call("changepasswd", "--username=" + name, "--password=neu");
            assertThat(said.status()).isEqualTo(1);
            assertThat(said.err()).contains("Everything is as it was.");
        } finally {
            Servers.execute(Servers.DATABASE, "DROP TRIGGER keep_" + name);
        }
        assertThat(folders(name, "geheim")).isNotEmpty();
    }

    @Test
    void setquotaHoldsAtOnceOnDovecot() throws Exception {
        add();
        assertThat(call("setquota", "--username=" + name, "--quotasize=70").status())
                .isZero();
        assertThat(MailLimits.kibibytes("IMAP", name, "geheim")).isEqualTo(70 * 1024);
        Said said = call("setquota", "--username=" + name, "--quotasize=0");
        assertThat(said.out()).contains("unlimited");
        assertThat(MailLimits.kibibytes("IMAP", name, "geheim")).isNotPositive();
    }

    @Test
    void setquotaHoldsAtOnceOnCyrus() throws Exception {
        String cyrus = "--config=" + Servers.environment("MUSTER_CONFIG_CYRUS");
        add(cyrus);
        assertThat(call("setquota", cyrus, "--username=" + name, "--quotasize=70")
                        .status())
                .isZero();
        assertThat(MailLimits.kibibytes("CYRUS", name, "geheim")).isEqualTo(70 * 1024);
        assertThat(call("setquota", cyrus, "--username=" + name, "--quotasize=0")
                        .status())
                .isZero();
        assertThat(MailLimits.kibibytes("CYRUS", name, "geheim")).isEqualTo(-1);
    }

    @Test
    void setquotaReachesPeopleWhoMayNotLogIn() throws Exception {
        String cyrus = "--config=" + Servers.environment("MUSTER_CONFIG_CYRUS");
        add(cyrus, "--activated=no");
        Said said = call("setquota", cyrus, "--username=" + name, "--quotasize=70");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(values(name, "mailQuota")).containsExactly("70M");
        assertThat(Servers.dump(List.of("--imap=cyrus", "--only=imap"), List.of(name)))
                .contains("imap " + name + " limit STORAGE=71680");
    }

    @Test
    void whoIsNotThereCannotBeChanged() {
        assertThat(call("changepasswd", "--username=" + name, "--password=neu").status())
                .isEqualTo(5);
        assertThat(call("setquota", "--username=" + name, "--quotasize=1").status())
                .isEqualTo(5);
        assertThat(call("changepasswd", "--username=mailadmin", "--password=neu")
                        .status())
                .isEqualTo(5);
    }

    private void add(String... more) {
        Said said = call("adduser", person(name, more));
        assertThat(said.status()).as(said.err()).isZero();
    }
}
