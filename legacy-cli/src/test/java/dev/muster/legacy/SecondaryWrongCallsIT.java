package dev.muster.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import dev.muster.legacy.Servers.Said;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Calls of the four commands for secondary accounts that have to be refused, and the reference's numbers for them. */
class SecondaryWrongCallsIT {
    /** What is called, what it ends with, and a part of what is said. */
    private record Wrong(String call, int status, String said) {}

    private static final String SETTINGS = "--login support@mycompany.com --password secret -e support@mycompany.com"
            + " --name Support --personal Support --reply-to support@mycompany.com --mail-server imap.mycompany.com"
            + " --mail-port 143 --mail-protocol imap --mail-secure false --mail-starttls false --transport-server"
            + " smtp.mycompany.com --transport-port 25 --transport-protocol smtp --transport-secure false"
            + " --transport-starttls false";
    private static final String WHO = " -A oxadmin -P secret -c 1 ";

    private static final List<Wrong> WRONG = List.of(
            new Wrong("createsecondaryaccount" + WHO + "--users 3 -e new@mycompany.com", 104, "\"login,name\""),
            new Wrong(
                    "createsecondaryaccount" + WHO + "--users 3 -e new@mycompany.com --login x --name X",
                    104,
                    "\"mail-endpoint-source OR mail-server,mail-port,mail-protocol,mail-secure,mail-starttls\""),
            new Wrong("createsecondaryaccount" + WHO + SETTINGS, 103, "Missing users/groups in account data"),
            new Wrong("createsecondaryaccount" + WHO + "--users 3", 104, "\"primary-address\""),
            new Wrong("createsecondaryaccount -A oxadmin -P secret " + SETTINGS, 104, "\"contextid\""),
            new Wrong("createsecondaryaccount -c 1 --users 3 " + SETTINGS, 104, "\"adminuser\""),
            new Wrong("createsecondaryaccount" + WHO + "--users 3 -e nonsense", 103, "is no mail address"),
            new Wrong("createsecondaryaccount" + WHO + "--users three " + SETTINGS, 103, "identifier: three"),
            new Wrong("createsecondaryaccount" + WHO + "--users 0 " + SETTINGS, 103, "user identifier: 0"),
            new Wrong("createsecondaryaccount" + WHO + "--groups -1 " + SETTINGS, 103, "group identifier: -1"),
            new Wrong("createsecondaryaccount" + WHO + "--users 77 " + SETTINGS, 108, "No such user 77 in context"),
            new Wrong("createsecondaryaccount" + WHO + "--groups 77 " + SETTINGS, 108, "No such group 77"),
            new Wrong("createsecondaryaccount" + WHO + "--users 3 --colour red " + SETTINGS, 111, "'--colour'"),
            new Wrong("createsecondaryaccount" + WHO + "3 " + SETTINGS, 111, "Unknown option '3'"),
            new Wrong("createsecondaryaccount" + WHO + "-s localhost " + SETTINGS, 111, "'-s'"),
            new Wrong("createsecondaryaccount" + WHO + SETTINGS + " --users", 109, "option --users"),
            new Wrong(
                    "createsecondaryaccount" + WHO + "--users 3 --mail-endpoint-source mine " + SETTINGS,
                    109,
                    "'mine'"),
            new Wrong(
                    "createsecondaryaccount" + WHO + "--users 3 --login x --name X -e n@mycompany.com"
                            + " --mail-server h --mail-port many --mail-protocol imap --mail-secure false"
                            + " --mail-starttls false",
                    1,
                    "Ids must be numbers!"),
            new Wrong("createsecondaryaccount -A oxadmin -P wrong -c 1 --users 3 " + SETTINGS, 101, "oxadmin"),
            new Wrong("createsecondaryaccount -A anna -P secret -c 1 --users 3 " + SETTINGS, 101, "anna"),
            new Wrong("updatesecondaryaccount" + WHO + "-e support@mycompany.com --name X", 103, "Missing users"),
            new Wrong("updatesecondaryaccount" + WHO + "--users 3 --name X", 104, "\"primary-address\""),
            new Wrong("updatesecondaryaccount" + WHO + "--users 3 -e x@y.z", 103, "Account data is missing."),
            new Wrong("updatesecondaryaccount" + WHO + "--users 77 -e x@y.z --name X", 108, "No such user 77"),
            new Wrong(
                    "updatesecondaryaccount" + WHO + "--users 3 -e x@y.z --mail-endpoint-source none",
                    111,
                    "mail-endpoint-source"),
            new Wrong("deletesecondaryaccount" + WHO + "-e support@mycompany.com", 103, "Missing users/groups"),
            new Wrong("deletesecondaryaccount" + WHO + "--users 3", 104, "\"primary-address\""),
            new Wrong("deletesecondaryaccount" + WHO + "--users 3 -e x@y.z --name X", 111, "'--name'"),
            new Wrong("listsecondaryaccount" + WHO + "--users 77", 108, "No such user 77"),
            new Wrong("listsecondaryaccount" + WHO + "-e support@mycompany.com", 111, "'-e'"));

    private SecondaryServers servers;

    @BeforeEach
    void makePeople() throws LDAPException, SQLException, IOException {
        servers = SecondaryServers.open("MUSTER_CONFIG", "DB_NAME");
        servers.user(3, "anna");
    }

    @AfterEach
    void cleanUp() throws SQLException, LDAPException {
        servers.close();
    }

    @TestFactory
    Stream<DynamicTest> wrongCallsEndWithTheReferencesNumbers() {
        return WRONG.stream()
                .map(wrong -> DynamicTest.dynamicTest(wrong.call(), () -> {
                    Said said = wrong.call().contains(" -c ")
                            ? servers.document(wrong.call())
                            : servers.plainly(List.of(wrong.call().split(" ")));
                    assertThat(said.err()).contains(wrong.said());
                    assertThat(said.status()).isEqualTo(wrong.status());
                    assertThat(said.out()).isEmpty();
                    assertThat(servers.rows("SELECT id FROM user_mail_account WHERE secondary = 1 AND cid = CID"))
                            .isEmpty();
                }));
    }
}
