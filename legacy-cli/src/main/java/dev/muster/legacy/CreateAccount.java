package dev.muster.legacy;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPlan;
import dev.muster.model.EndpointSource;
import dev.muster.model.MailServer;
import dev.muster.model.SharedAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code createsecondaryaccount}: attaches an account to users and groups, or one that others have to more of them. */
final class CreateAccount implements AccountCommand {
    private static final List<AccountField> ALWAYS = List.of(AccountField.LOGIN, AccountField.NAME);
    private static final List<AccountField> SERVER = List.of(
            AccountField.MAIL_SERVER,
            AccountField.MAIL_PORT,
            AccountField.MAIL_PROTOCOL,
            AccountField.MAIL_SECURE,
            AccountField.MAIL_STARTTLS);

    @Override
    public CommandModel model() {
        return AccountOptions.model(
                "createsecondaryaccount",
                "Attaches a secondary mail account to users and groups",
                Stream.of(Stream.of(AccountOptions.address()), AccountOptions.fields(), AccountOptions.sources())
                        .flatMap(each -> each),
                "createsecondaryaccount -A oxadmin -P secret -c 1 --groups 9 -e support@test.tux --name Support"
                        + " --login support@test.tux --mail-endpoint-source primary"
                        + " --transport-endpoint-source primary",
                "createsecondaryaccount -A oxadmin -P secret -c 1 --users 5 -e support@test.tux");
    }

    @Override
    public String failure() {
        return "account%s could not be created: ";
    }

    @Override
    public String run(AccountCall call, AccountSite site) {
        Set<Long> members = site.members(call);
        Optional<KnownAccount> known = KnownAccount.of(call, site);
        SharedAccount account = known.isPresent() ? known.get().joined(call, site.accounts()) : asked(call);
        site.apply(new AccountPlan.Attach(call.origin(), account, members));
        if (known.isEmpty() && !members.isEmpty()) {
            site.intents().ifPresent(intents -> intents.save(site.context(), account));
        }
        return "Secondary account with primary address " + account.address() + " successfully "
                + (known.isPresent() ? "updated from" : "created for") + " specified users/groups in context "
                + site.context();
    }

    private static SharedAccount asked(AccountCall call) {
        EndpointSource mail = call.source(AccountOptions.MAIL_SOURCE).orElse(EndpointSource.NONE);
        EndpointSource transport = call.source(AccountOptions.TRANSPORT_SOURCE).orElse(EndpointSource.NONE);
        requireAll(missing(call, ALWAYS), "");
        if (mail == EndpointSource.NONE) {
            requireAll(missing(call, SERVER), AccountOptions.MAIL_SOURCE + " OR ");
        }
        SharedAccount account = new SharedAccount(call.address(), call.settings(), mail, transport);
        requireHosts(account);
        return account;
    }

    private static void requireAll(List<String> missing, String instead) {
        if (!missing.isEmpty()) {
            throw AccountRefusal.missing(instead + String.join(",", missing));
        }
    }

    private static void requireHosts(SharedAccount account) {
        try {
            MailServer.of(account.settings().texts(), MailServer.Side.MAIL);
            MailServer.of(account.settings().texts(), MailServer.Side.TRANSPORT);
        } catch (IllegalArgumentException noHost) {
            throw new AccountRefusal(AccountExit.INVALID_DATA, "A server's name is none: " + noHost.getMessage());
        }
    }

    private static List<String> missing(AccountCall call, List<AccountField> fields) {
        return fields.stream()
                .filter(field -> call.settings().text(field).isEmpty())
                .map(AccountField::id)
                .toList();
    }
}
