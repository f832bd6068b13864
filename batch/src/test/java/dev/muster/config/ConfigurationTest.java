package dev.muster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.AccountDefaults;
import dev.muster.model.EndpointSource;
import dev.muster.model.Field;
import dev.muster.model.MailboxRole;
import dev.muster.plan.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policies: {langage: always}         | policies has the field 'langage'       | language
            policies: {email: always}           | policies has the field 'email'         | mail
            'feed: {mapping: {Nchname: surnam}}' | feed.mapping has the field 'surnam'    | surname
            feed: {key: employenumber}          | feed.key has the field 'employenumber' | employeenumber
            feed: {required: [givename]}        | feed.required has the field 'givename' | givenname
            """)
    void aMisspeltFieldStopsTheStart(String section, String said, String meant) {
        assertThatThrownBy(() -> load(section))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(said + ", which is unknown; did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"carLicense", "sambaSID", "groupname", "members", "resourcename", "available", "telephoneNumber"
            })
    void anyOtherWordIsAnAttribute(String word) throws IOException {
        assertThat(load("policies: {" + word + ": create}").run().policies())
                .containsExactly(org.assertj.core.api.Assertions.entry(Field.of(word), Policy.CREATE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'groupware: {afterChange: [flush, "{userid}"], url: u, user: u, passwordFile: password}' | groupware.afterChange has {userid}
            'imap: {afterDisable: [kick, "{ids}"], host: h, admin: a, adminPasswordFile: password}' | imap.afterDisable has {ids}
            """)
    void whatNobodyFillsInStopsTheStart(String section, String said) {
        assertThatThrownBy(() -> load(section))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap: {mode: off}", "ldap: {mode: off, url: 'ldap://old.example.org', baseDn: dc=old}"})
    void aDirectoryThatIsSwitchedOffNeedsNothingElse(String section) throws IOException {
        Configuration configuration = load(section);
        assertThat(configuration.ldap()).isEmpty();
        assertThat(configuration.effective()).containsEntry("ldap.mode", "off");
    }

    @Test
    void everyRunCanBeUnattended() throws IOException {
        assertThat(load("feed: {unattended: true}").feed().format().unattended())
                .isTrue();
        assertThat(load("feed: {}").feed().format().unattended()).isFalse();
    }

    @Test
    void aSiteMakesRolesOfRights() throws IOException {
        RoleSettings settings = load("accounts: {role: Filer, roles: {filer: [Can get message, flag message]}}")
                .roles();
        assertThat(settings.roles().of("filer").orElseThrow().words()).isEqualTo("get message, flag message");
        assertThat(settings.usual().id()).isEqualTo("filer");
        assertThat(load("").roles().usual()).isEqualTo(MailboxRole.AGENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {roles: {filer: [can get mesage]}}     | accounts.roles.filer has 'can get mesage', which is no right; did you mean 'get message'?
            {roles: {filer: [flag message]}}       | accounts.roles.filer cannot be: The role 'filer' has 'flag message' without 'get message'
            {roles: {filer: []}}                   | accounts.roles.filer cannot be: The role 'filer' has no right.
            {roles: {Agent: [get message]}}        | accounts.roles.Agent cannot be: The role 'Agent' is there already. Choose another name.
            '{roles: {"a,b": [get message]}}'      | accounts.roles.a,b cannot be the name of a role
            {role: agnet}                          | accounts.role is 'agnet', which is no role; did you mean 'agent'?
            {rolls: {filer: [get message]}}        | accounts.rolls is unknown; did you mean 'roles'?
            """)
    void aRoleThatCannotBeStopsTheStart(String section, String said) {
        assertThatThrownBy(() -> load("accounts: " + section))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aSiteSaysWhatNewAccountsGet() throws IOException {
        assertThat(defaults("")).isEqualTo(AccountDefaults.HOUSE);
        AccountDefaults defaults = defaults("accounts: {login: 'x*{{username}}', mailEndpointSource: localhost,"
                + " transportEndpointSource: none, role: editor, language: DE, quota: 2}");
        assertThat(defaults)
                .isEqualTo(new AccountDefaults(
                        "x*{{username}}",
                        EndpointSource.LOCALHOST,
                        Optional.of(EndpointSource.NONE),
                        MailboxRole.EDITOR,
                        Optional.of("DE"),
                        Optional.of(2L << 20)));
        assertThat(defaults("accounts: {quota: 0}").quotaBytes()).contains(-1L);
    }

    @Test
    void loginsOfSharedAccountsCanBeWrittenAsTheSiteLikes() throws IOException {
        AccountAccess access = load("accounts: {login: '{{fa_entry_uuid}}{{username}}', senderMap: senders}")
                .accountAccess();
        assertThat(access.logins().askedOfDirectory()).containsExactly("fa_entry_uuid");
        assertThat(access.logins().sender().text()).isEqualTo("{{username}}");
        assertThat(access.senderMap()).contains(folder.resolve("senders"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {mailEndpointSource: prim}   | accounts.mailEndpointSource is 'prim'; one of primary, localhost, none
            {mailEndpointSorce: primary} | accounts.mailEndpointSorce is unknown; did you mean 'mailEndpointSource'?
            {quota: much}                | accounts.quota is 'much', which is no whole number
            {quota: -5}                  | accounts.quota is -5; MB
            """)
    void aDefaultThatCannotBeStopsTheStart(String section, String said) {
        assertThatThrownBy(() -> load("accounts: " + section))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            accounts: {login: '{{username'}          | accounts.login cannot be
            accounts: {mailServer: mail.example.org} | accounts.mailServer is 'mail.example.org'
            ldap: {url: x, baseDn: 'dc=x', account: {attributes: {primery: mail}}} | ldap.account.attributes has 'primery'
            ldap: {url: x, baseDn: 'dc=x', account: {attributes: {primary: ''}}}   | ldap.account.attributes and
            """)
    void whatCannotBeOfSharedAccountsStopsTheStart(String section, String said) {
        assertThatThrownBy(() -> load(section))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(said);
    }

    private AccountDefaults defaults(String section) throws IOException {
        return load(section).feed().accounts().defaults();
    }

    private Configuration load(String section) throws IOException {
        Files.writeString(folder.resolve("key"), "A".repeat(43) + "=");
        Files.writeString(folder.resolve("password"), "secret");
        String state = "state: {url: 'jdbc:h2:mem:none', user: muster, passwordFile: password}";
        String all = String.join("\n", "source: test", "siteKeyFile: key", state, section);
        return Configuration.load(Optional.of(Files.writeString(folder.resolve("muster.yaml"), all)));
    }
}
