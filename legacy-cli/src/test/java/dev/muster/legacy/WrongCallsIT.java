package dev.muster.legacy;

import static dev.muster.legacy.Servers.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.legacy.Servers.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that must not do anything: what they say, how they end, and that nothing is left of them. */
class WrongCallsIT {
    private static final String THERE = Servers.mark();
    private static final String NAME = Servers.mark() + "w";
    private static final String[] ADMINISTRATOR = {"--adminuser=mailadmin", "--adminpasswd=secret"};

    /**
     * @param words the whole call
     * @param status what it ends with
     * @param message a part of what it says
     */
    record Wrong(List<String> words, int status, String message) {
        @Override
        public String toString() {
            String call = String.join(" ", words);
            return status + " " + (call.length() > 150 ? call.substring(0, 150) : call);
        }
    }

    @BeforeAll
    static void somebodyIsThere() {
        assertThat(Servers.call("adduser", person(THERE)).status()).isZero();
    }

    @ParameterizedTest
    @MethodSource({"calls", "values", "conflicts", "administrators", "sites", "others"})
    void isRefusedAndLeavesNothing(Wrong wrong) throws Exception {
        long claims = claims();
        Said said = Servers.said("", wrong.words());
        assertThat(said.err()).contains(wrong.message());
        assertThat(said.status()).as(said.err()).isEqualTo(wrong.status());
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).doesNotContain("secret").doesNotContain("geheim").doesNotContain("\tat ");
        assertThat(Servers.entry(NAME)).isNull();
        assertThat(Servers.rows(Servers.DATABASE, "SELECT id FROM login2user WHERE uid = ?", NAME))
                .isEmpty();
        assertThat(Servers.rows(Servers.DATABASE, "SELECT alias FROM user_alias WHERE alias LIKE ?", NAME + "%"))
                .isEmpty();
        assertThat(claims()).isEqualTo(claims);
    }

    static Stream<Wrong> calls() {
        return Stream.of(
                adduser(64, "Missing: --username", without("--username")),
                adduser(64, "Missing: --password", without("--password")),
                adduser(64, "Missing: --surname", without("--surname")),
                adduser(64, "Missing: --mail", without("--mail")),
                adduser(64, "Missing: --colocrouteaddr", without("--colocrouteaddr")),
                adduser(64, "Missing: --surname", with("--surname=")),
                adduser(64, "Missing: --password", with("--password=")),
                wrong(64, "Missing: --username, --password", "adduser", ADMINISTRATOR),
                wrong(64, "Missing: --adminuser, --adminpasswd", "adduser", person(NAME)),
                adduser(64, "--surname is given twice", more("--surname=Other")),
                adduser(64, "as --surname and --sname", more("--sname=Other")),
                adduser(64, "--activated is given twice", more("--activated=yes", "--activated=no")),
                adduser(64, "--birthday is given twice", more("--birthDay=1984-01-01", "--birthday=1984-01-01")),
                adduser(64, "say the same thing twice", more("--password-file=/dev/null")),
                adduser(64, "'Mar...' is no option", more("Martin")),
                adduser(64, "'-al...' is no option", more("-alias=x@test.tux")),
                adduser(64, "--givenname needs a value", more("--givenname")),
                adduser(64, "--givenname needs a value", more("--givenname", "--language=DE")),
                adduser(64, "--keep-partial takes no value", more("--keep-partial=yes")),
                adduser(64, "is neither an option nor the name of an attribute", more("--a(b=c")),
                adduser(64, "is no option", more("--=c")),
                wrong(64, "There is no command 'addusers'", "addusers", ADMINISTRATOR),
                wrong(64, "did you mean --quotasize?", "setquota", "--quotasice=50"),
                wrong(64, "did you mean --username?", "changepasswd", "--usernam=x"));
    }

    static Stream<Wrong> values() {
        return Stream.of(
                adduser(64, "no user name", with("--username=an na")),
                adduser(64, "no user name", with("--username=änna")),
                adduser(64, "no user name", with("--username=a*)(uid=*")),
                adduser(64, "no user name", with("--username=a,ou=people")),
                adduser(64, "no user name", with("--username=../../etc")),
                adduser(64, "128", with("--username=" + "x".repeat(129))),
                adduser(64, "no mail address", with("--mail=nobody")),
                adduser(64, "no mail address", with("--mail=a b@test.tux")),
                adduser(64, "no mail address", more("--alias=good" + NAME + "@test.tux,bad")),
                adduser(64, "no mail address", with("--colocrouteaddr=here")),
                adduser(64, "--language", more("--language=XX")),
                adduser(64, "--timezone", more("--timezone=Mars/Olympus")),
                adduser(64, "--country", more("--country=Germany")),
                adduser(64, "neither yes nor no", more("--activated=maybe")),
                adduser(64, "neither yes nor no", more("--changepasswd=later")),
                adduser(64, "neither yes nor no", more("--globaladdressbook=2")),
                adduser(64, "no module 'mail'", more("--disable=forum,mail")),
                adduser(64, "no folder style", more("--ox_user_create_imap_template=DE_Pine")),
                adduser(64, "ldap, groupware, sql, imap", more("--source_only=mail")),
                adduser(64, "ldap, groupware, sql, imap", more("--source_only=ldap,sql")),
                adduser(64, "did you mean --birthDay", more("--birthDai=1984-01-01")),
                adduser(64, "a day that never was", more("--birthDay=1984-02-31")),
                adduser(64, "neither an option nor an attribute", more("--objectClass=top")),
                adduser(64, "neither an option nor an attribute", more("--nosuchattribute=1")),
                adduser(64, "control characters", with("--surname=Mar\u0007tin")),
                adduser(64, "Two values are given for 'surname'", more("--sn=Other")),
                adduser(64, "128 characters", with("--surname=" + "x".repeat(129))),
                adduser(64, "Nobody keeps such a value", more("--image1=photo.jpg")));
    }

    static Stream<Wrong> conflicts() {
        return Stream.of(
                wrong(5, "exists already", "adduser", all(person(THERE))),
                wrong(5, "exists already", "adduser", all(person(THERE.toUpperCase(Locale.ROOT)))),
                adduser(5, "is held by " + THERE, with("--mail=" + THERE + "@test.tux")),
                adduser(5, "is held by " + THERE, more("--alias=" + THERE + "@test.tux")),
                wrong(5, "protected", "adduser", all(person("mailadmin"))),
                wrong(5, "protected", "adduser", all(person("oxadmin"))),
                adduser(5, "no entry of " + NAME, more("--source_only=sql")),
                wrong(5, "exists already", "adduser", all("--username=" + THERE, "--source_only=sql")),
                adduser(1, "refused: 65 objectClassViolation", more("--associatedDomain=test.tux")));
    }

    static Stream<Wrong> administrators() {
        String message = "no administrator of this site, or the password is wrong";
        return Stream.of(
                wrong(77, message, "adduser", as("mailadmin", "wrong")),
                wrong(77, message, "adduser", as("nobody", "x")),
                wrong(77, message, "adduser", as(THERE, "geheim")),
                wrong(77, message, "adduser", as("uid=" + THERE + ",ou=people," + Servers.BASE, "geheim")),
                wrong(77, message, "adduser", as("uid=mailadmin,ou=people," + Servers.BASE, "x")),
                wrong(77, message, "adduser", as("mailadmin,dc=x", "x")),
                wrong(77, message, "adduser", as("*", "x")),
                wrong(77, message, "adduser", as("not a dn=", "x")),
                wrong(
                        77,
                        message,
                        "setquota",
                        "--adminuser=mailadmin",
                        "--adminpasswd=x",
                        "--username=" + THERE,
                        "--quotasize=1"));
    }

    static Stream<Wrong> sites() throws Exception {
        String noSuch = "--config=/nonexistent.yaml";
        return Stream.of(
                adduser(78, "cannot be read", more(noSuch)),
                adduser(78, "names no administrators", more(site("members: [mailadmin]", "members: []"))),
                adduser(78, "is unknown", more(site("source: ", "sauce: x\nsource: "))),
                adduser(78, "templates", more(site("templates: ", "templates: /nonexistent/"))),
                adduser(69, "LDAP server", more(site(Servers.environment("LDAP_URL"), "ldap://127.0.0.1:9"))),
                adduser(69, "state store", more(site(":" + Servers.environment("DB_PORT") + "/muster", ":9/muster"))),
                adduser(69, "ox_8", more(site(":" + Servers.environment("DB_PORT") + "/ox_8", ":9/ox_8"))),
                adduser(77, "bind", more(site("bindDn: \"uid=mailadmin,", "bindDn: \"uid=nobody,"))));
    }

    static Stream<Wrong> others() {
        return Stream.of(
                wrong(5, "does not exist", "changepasswd", all("--username=" + NAME, "--password=geheim")),
                wrong(5, "protected", "changepasswd", all("--username=mailadmin", "--password=geheim")),
                wrong(64, "no user name", "changepasswd", all("--username=a b", "--password=geheim")),
                wrong(64, "Missing: --password", "changepasswd", all("--username=" + THERE)),
                wrong(5, "does not exist", "setquota", all("--username=" + NAME, "--quotasize=1")),
                wrong(64, "no number of megabytes", "setquota", all("--username=" + THERE, "--quotasize=1GB")),
                wrong(64, "no number of megabytes", "setquota", all("--username=" + THERE, "--quotasize=-1")),
                wrong(64, "no number of megabytes", "setquota", all("--username=" + THERE, "--quotasize=1e9")),
                wrong(
                        64,
                        "no line for it",
                        "setquota",
                        "--adminuser=mailadmin",
                        "--adminpasswd=-",
                        "--username=x",
                        "--quotasize=1"),
                wrong(
                        64,
                        "cannot be read",
                        "setquota",
                        "--adminuser=mailadmin",
                        "--adminpasswd-file=/nonexistent",
                        "--username=x",
                        "--quotasize=1"));
    }

    private static Wrong wrong(int status, String message, String command, String... arguments) {
        return new Wrong(
                Stream.concat(Stream.of(command), Arrays.stream(arguments)).toList(), status, message);
    }

    private static Wrong adduser(int status, String message, String[] arguments) {
        return wrong(status, message, "adduser", all(arguments));
    }

    private static String[] all(String... arguments) {
        return Stream.concat(Arrays.stream(ADMINISTRATOR), Arrays.stream(arguments))
                .toArray(String[]::new);
    }

    private static String[] as(String administrator, String password) {
        return Stream.concat(
                        Stream.of("--adminuser=" + administrator, "--adminpasswd=" + password),
                        Arrays.stream(person(NAME)))
                .toArray(String[]::new);
    }

    private static String[] more(String... options) {
        return person(NAME, options);
    }

    private static String[] without(String option) {
        return Arrays.stream(person(NAME))
                .filter(each -> !each.startsWith(option + "="))
                .toArray(String[]::new);
    }

    private static String[] with(String option) {
        List<String> options = new ArrayList<>(List.of(without(option.substring(0, option.indexOf('=')))));
        options.add(option);
        return options.toArray(String[]::new);
    }

    private static String site(String search, String replacement) throws Exception {
        Path changed = Servers.configuration("MUSTER_CONFIG", search, replacement);
        return "--config=" + changed;
    }

    private static long claims() throws Exception {
        return Long.parseLong(Servers.rows(Servers.environment("DB_NAME_STATE"), "SELECT COUNT(*) FROM muster_claim")
                .get(0));
    }
}
