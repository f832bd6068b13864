package dev.muster.legacy;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPassword;
import dev.muster.model.AccountSettings;
import dev.muster.model.AttachedAccount;
import dev.muster.model.EndpointSource;
import dev.muster.model.MailServer;
import dev.muster.model.SharedAccount;
import dev.muster.target.SharedAccounts;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An account that somebody has already, as others are to get it: as it was first asked for where that is recorded, else as
 * the member with the lowest number has it; passwords as she has them.
 */
final class KnownAccount {
    private final SharedAccount account;
    private final boolean recorded;

    private KnownAccount(SharedAccount account, boolean recorded) {
        this.account = account;
        this.recorded = recorded;
    }

    /** Empty where nobody has it. */
    static Optional<KnownAccount> of(AccountCall call, AccountSite site) {
        Optional<AttachedAccount> lowest =
                site.attached(call.address()).stream().min(Comparator.comparingLong(AttachedAccount::user));
        if (lowest.isEmpty()) {
            return Optional.empty();
        }
        AccountSettings passwords =
                new AccountSettings(Map.of(), lowest.get().settings().passwords());
        return Optional.of(site.intents()
                .flatMap(intents -> intents.find(site.context(), call.address()))
                .map(intent -> new KnownAccount(
                        new SharedAccount(
                                intent.address(), intent.settings().with(passwords), intent.mail(), intent.transport()),
                        true))
                .orElseGet(() -> new KnownAccount(
                        new SharedAccount(
                                call.address(), lowest.get().whole(), EndpointSource.NONE, EndpointSource.NONE),
                        false)));
    }

    /**
     * The account for those who are to get it too.
     *
     * @throws AccountRefusal if the call wants it otherwise than it is
     */
    SharedAccount joined(AccountCall call, SharedAccounts accounts) {
        EndpointSource mail = source(call, MailServer.Side.MAIL, AccountOptions.MAIL_SOURCE);
        EndpointSource transport = source(call, MailServer.Side.TRANSPORT, AccountOptions.TRANSPORT_SOURCE);
        Set<String> differing = new TreeSet<>(differingTexts(call));
        differing.addAll(differingPasswords(call, accounts));
        if (recorded && mail != account.mail()) {
            differing.add(AccountOptions.MAIL_SOURCE);
        }
        if (recorded && transport != account.transport()) {
            differing.add(AccountOptions.TRANSPORT_SOURCE);
        }
        if (!differing.isEmpty()) {
            throw new AccountRefusal(
                    AccountExit.INVALID_DATA,
                    "The account " + account.address() + " exists already with other settings ("
                            + String.join(", ", differing) + "): updatesecondaryaccount changes them,"
                            + " createsecondaryaccount only adds users then.");
        }
        return new SharedAccount(account.address(), account.settings(), mail, transport);
    }

    /** A row does not tell where its server came from, so the call's word is taken for it. */
    private EndpointSource source(AccountCall call, MailServer.Side side, String option) {
        return call.source(option).orElse(account.source(side));
    }

    private Set<String> differingTexts(AccountCall call) {
        Map<AccountField, String> known = new EnumMap<>(AccountField.class);
        known.putAll(account.settings().texts());
        for (MailServer.Side side : MailServer.Side.values()) {
            MailServer.of(account.settings().texts(), side).ifPresent(server -> known.putAll(server.fields(side)));
        }
        Set<String> differing = new TreeSet<>();
        call.settings().texts().forEach((field, value) -> {
            if (!value.equals(known.get(field))) {
                differing.add(field.id());
            }
        });
        return differing;
    }

    private Set<String> differingPasswords(AccountCall call, SharedAccounts accounts) {
        Set<String> differing = new TreeSet<>();
        for (AccountField field : List.of(AccountField.PASSWORD, AccountField.TRANSPORT_PASSWORD)) {
            call.settings()
                    .password(field)
                    .filter(given -> !same(given, account.settings().password(field), accounts))
                    .ifPresent(given -> differing.add(field.id()));
        }
        return differing;
    }

    private static boolean same(AccountPassword given, Optional<AccountPassword> known, SharedAccounts accounts) {
        return given instanceof AccountPassword.Clear clear
                && known.orElse(given) instanceof AccountPassword.Stored stored
                && accounts.reveal(stored).equals(clear.secret());
    }
}
