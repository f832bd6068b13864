package dev.muster.cli;

import dev.muster.config.AccountAccess;
import dev.muster.config.Configuration;
import dev.muster.ledger.Ledger;
import dev.muster.model.AccountCard;
import dev.muster.model.AccountField;
import dev.muster.model.AccountLogin;
import dev.muster.model.AccountRecord;
import dev.muster.model.AccountSpec;
import dev.muster.model.EndpointSource;
import dev.muster.model.Grant;
import dev.muster.model.LoginTemplate;
import dev.muster.model.LoginTemplates;
import dev.muster.model.MailAddress;
import dev.muster.model.MailServer;
import dev.muster.model.MailServer.Side;
import dev.muster.model.MailboxRole;
import dev.muster.model.ObjectKey;
import dev.muster.provision.AccountLogins;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import dev.muster.target.groupware.GroupwareSettings;
import dev.muster.target.ldap.LdapTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts cards together from what is recorded of accounts; the directory is asked where a login needs it. */
final class CardDesk {
    /** Stands for the name of a member on a card for nobody in particular. */
    private static final String ANYBODY = "YOUR-USER-NAME";

    private final Configuration configuration;
    private final AccountAccess access;
    private final Ledger ledger;

    CardDesk(Configuration configuration, Ledger ledger) {
        this.configuration = configuration;
        this.access = configuration.accountAccess();
        this.ledger = ledger;
    }

    /** @throws RefusalException if no account has the address, or the user is no member of it */
    AccountCard card(MailAddress address, Optional<String> user) {
        ObjectKey account = Optional.ofNullable(
                        ledger.accounts().holding(List.of(address)).get(address.folded()))
                .orElseThrow(() -> unknown(address));
        AccountRecord record = Optional.ofNullable(
                        ledger.accounts().find(List.of(account)).get(account))
                .orElseThrow(() -> unknown(address));
        AccountSpec spec = record.applied().orElseThrow(() -> unknown(address));
        ObjectKey member = new ObjectKey(ObjectKey.Kind.USER, user.orElse(ANYBODY));
        Optional<MailboxRole> role = user.map(name -> role(record, address, member));
        return card(spec, member, role);
    }

    private static MailboxRole role(AccountRecord record, MailAddress address, ObjectKey member) {
        return Optional.ofNullable(record.granted().get(member))
                .flatMap(Grant::role)
                .orElseThrow(() ->
                        refused(member + " is no member of " + address + ". Members are: " + names(record) + "."));
    }

    private static String names(AccountRecord record) {
        List<String> names =
                record.granted().keySet().stream().map(ObjectKey::name).sorted().toList();
        return names.isEmpty() ? "nobody" : String.join(", ", names);
    }

    private AccountCard card(AccountSpec spec, ObjectKey member, Optional<MailboxRole> role) {
        String name = spec.settings().text(AccountField.NAME).orElse(spec.key().name());
        AccountLogin login = login(spec, member, role.isPresent());
        return new AccountCard(
                spec.primary(),
                name,
                spec.settings().text(AccountField.PERSONAL).orElse(name),
                spec.settings().text(AccountField.REPLY_TO),
                shown(access.sharedFolder(), spec, member),
                member.name(),
                role,
                login.shared(),
                login.sender(),
                reading(spec),
                sending(spec));
    }

    private AccountLogin login(AccountSpec spec, ObjectKey member, boolean known) {
        LoginTemplates templates = spec.settings()
                .text(AccountField.LOGIN)
                .map(text -> access.logins().withShared(new LoginTemplate(text)))
                .orElse(access.logins());
        if (!known
                || templates.askedOfDirectory().isEmpty()
                || configuration.ldap().isEmpty()) {
            return new AccountLogin(
                    shown(templates.shared(), spec, member),
                    shown(templates.sender(), spec, member),
                    shown(templates.identifier(), spec, member));
        }
        try (LdapTarget directory = new LdapTarget(configuration.ldap().get(), configuration.siteKey())) {
            AccountLogins logins = new AccountLogins(templates, directory.accountEntries());
            return Optional.ofNullable(logins.of(spec.key(), spec.primary(), List.of(member))
                            .get(member))
                    .orElseThrow(() -> refused(logins.lack(spec.key(), member)));
        }
    }

    private static String shown(LoginTemplate template, AccountSpec spec, ObjectKey member) {
        return template.fillKnown(Map.of(
                LoginTemplate.USERNAME,
                member.name(),
                LoginTemplate.ADDRESS,
                spec.primary().value(),
                LoginTemplate.ACCOUNT,
                spec.key().name()));
    }

    private MailServer reading(AccountSpec spec) {
        return access.mailServer()
                .or(() -> server(spec, spec.ends().mail(), Side.MAIL, GroupwareSettings::imapServer))
                .orElse(Side.MAIL.local());
    }

    /** None where the account was given no transport: then nobody sends with it. */
    private Optional<MailServer> sending(AccountSpec spec) {
        return server(spec, spec.ends().transport(), Side.TRANSPORT, GroupwareSettings::smtpServer)
                .map(server -> access.transportServer().orElse(server));
    }

    private Optional<MailServer> server(
            AccountSpec spec, EndpointSource source, Side side, Function<GroupwareSettings, String> own) {
        return switch (source) {
            case NONE -> MailServer.of(spec.settings().texts(), side);
            case LOCALHOST -> Optional.of(side.local());
            case PRIMARY ->
                Optional.of(configuration
                        .groupware()
                        .map(settings -> new MailServer(own.apply(settings), true))
                        .orElse(side.local()));
        };
    }

    private static RefusalException unknown(MailAddress address) {
        return refused("No shared account has the address " + address
                + ". Only accounts that were imported from a feed have cards.");
    }

    private static RefusalException refused(String why) {
        return new RefusalException(ExitStatus.CONFLICT, why);
    }
}
