package dev.muster.legacy;

import static dev.muster.legacy.Servers.column;
import static dev.muster.legacy.Servers.folders;
import static dev.muster.legacy.Servers.values;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The examples of the whitepaper as they are printed, typed into a shell; only the names of people are this test's own. */
class WhitepaperIT {
    private final String name = Servers.mark();

    @Test
    void adduserWithMandatoryParameters() throws Exception {
        adduser();
        assertThat(values(name, "mail")).containsExactly(name + "@test.tux");
        assertThat(values(name, "alias")).containsExactly(name + "@example1.tux", name + "@example2.tux");
        assertThat(column("user_alias", "user", "alias", name))
                .containsExactly(name + "@example1.tux", name + "@example2.tux", name + "@test.tux");
        assertThat(folders(name, "secret")).isNotEmpty();
    }

    @Test
    void adduserWithOptionalParameters() throws Exception {
        type("""
                ./adduser --adminuser=mailadmin --adminpasswd=secret -–username=smtest \\
                --password=secret --surname=Martin --mail=smtest@test.tux \\
                --colocrouteaddr=smtest@localhost --givenname=Stephan \\
                --alias=Stephan.Martin@test.tux,S.Martin@test.tux \\
                --timezone=Europe/Berlin --language=DE --country=DE \\
                --disable=bookmarks,forum,knowledge,pinboard,pinboard_public \\
                --birthDay=1984-01-01 --homePhone=012345.67890
                """);
        assertThat(values(name, "birthDay")).containsExactly("1984-01-01");
        assertThat(values(name, "homePhone")).containsExactly("012345.67890");
        assertThat(values(name, "givenName")).containsExactly("Stephan");
        assertThat(values(name, "preferredLanguage")).containsExactly("de_DE");
        assertThat(column("user", "id", "timeZone", name)).containsExactly("Europe/Berlin");
        assertThat(column("oxfolder_tree", "created_from", "fname", name)).contains("Kalender");
        assertThat(folders(name, "secret")).contains("Entwürfe");
    }

    @Test
    void changepasswd() throws Exception {
        adduser();
        type("""
                ./changepasswd --adminuser=mailadmin --adminpasswd=secret --username=smtest \\
                --password=newpass
                """);
        assertThat(folders(name, "newpass")).isNotEmpty();
    }

    @Test
    void setquota() throws Exception {
        adduser();
        type("""
                ./setquota --adminuser=mailadmin --adminpasswd=secret --username=smtest \\
                --quotasize=50
                """);
        assertThat(values(name, "mailQuota")).containsExactly("50M");
        assertThat(MailLimits.kibibytes("IMAP", name, "secret")).isEqualTo(50 * 1024);
    }

    @Test
    void finalizingAnAccountOfTheCompanyDirectory() throws Exception {
        addEntry();
        type("""
                ./adduser --adminuser=mailadmin --adminpasswd=secret --username=smtest \\
                --source_only=groupware --language=DE
                """);
        assertThat(column("oxfolder_tree", "created_from", "fname", name)).contains("Kalender", "Kontakte");
        type("""
                ./adduser --adminuser=mailadmin --adminpasswd=secret --username=smtest \\
                --source_only=sql --language=DE
                """);
        assertThat(column("prg_contacts", "userid", "field02", name)).containsExactly("Martin");
        assertThat(column("user_configuration", "user", "permissions", name)).containsExactly("268422943");
        type("""
                ./adduser --adminuser=mailadmin --adminpasswd=secret --username=smtest \\
                --password=secret --source_only=imap --language=DE
                """);
        assertThat(folders(name, "secret")).contains("Entwürfe", "Papierkorb");
    }

    @Test
    void everyCommandShowsItsOptionsWithoutAnArgument() throws Exception {
        Process process = shell("./adduser");
        String shown = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(64);
        assertThat(shown)
                .contains("--adminuser=", "--adminpasswd=", "--username=", "--password=", "--surname=", "--mail=");
    }

    private void adduser() throws Exception {
        type("""
                ./adduser --adminuser=mailadmin --adminpasswd=secret --username=smtest \\
                --password=secret --surname=Martin \\
                --alias=smtest@example1.tux,smtest@example2.tux \\
                --mail=smtest@test.tux --colocrouteaddr=smtest@localhost
                """);
    }

    private void type(String printed) throws Exception {
        Process process = shell(printed.replace("smtest", name).replace("Martin@", "Martin." + name + "@"));
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Process shell(String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(new File("bin"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.redirectErrorStream(true).start();
    }

    private void addEntry() throws Exception {
        try (LDAPConnection connection = Servers.directory()) {
            connection.add(List.of(
                            "dn: uid=" + name + ",ou=people," + Servers.BASE,
                            "objectClass: inetOrgPerson",
                            "objectClass: posixAccount",
                            "objectClass: shadowAccount",
                            "objectClass: OXUserObject",
                            "uid: " + name,
                            "sn: Martin",
                            "cn: Martin, Stephan",
                            "mail: " + name + "@test.tux",
                            "mailEnabled: OK",
                            "mailDomain: test.tux",
                            "imapServer: 127.0.0.1",
                            "smtpServer: 127.0.0.1",
                            "userPassword: secret",
                            "uidNumber: " + ThreadLocalRandom.current().nextInt(1 << 20, 1 << 30),
                            "gidNumber: 1100",
                            "homeDirectory: /home/" + name)
                    .toArray(String[]::new));
        }
    }
}
