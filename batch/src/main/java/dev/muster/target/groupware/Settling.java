package dev.muster.target.groupware;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPlan;
import dev.muster.model.AccountSettings;
import dev.muster.model.AttachedAccount;
import dev.muster.model.MailServer;
import dev.muster.model.SharedAccount;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What becomes of the account of a member who has it already. Belongs to one transaction. */
final class Settling {
    private final PasswordForms passwords;

    Settling(PasswordForms passwords) {
        this.passwords = passwords;
    }

    /** The accounts of those who have it, under this or the former address. */
    Map<Long, AttachedAccount> there(AccountPlan.Settle plan, MemberAccounts accounts) {
        Map<Long, AttachedAccount> there = new LinkedHashMap<>();
        plan.members().stream()
                .sorted()
                .forEach(member -> Stream.concat(
                                accounts.attached(member, plan.address()).stream(),
                                plan.former().stream().flatMap(former -> accounts.attached(member, former).stream()))
                        .findFirst()
                        .ifPresent(account -> there.put(member, account)));
        return there;
    }

    /** The same account as it is wanted: number and what the settings do not say are kept. */
    AttachedAccount settled(AttachedAccount before, SharedAccount wanted, MemberAccounts accounts) {
        AccountSettings given = passwords.stored(wanted.settings(), before.settings());
        String login = AccountWriter.login(wanted, accounts.name(before.user()));
        Map<AccountField, String> texts = new EnumMap<>(AccountField.class);
        texts.putAll(before.settings().with(given).texts());
        texts.put(AccountField.LOGIN, login);
        texts.keySet().removeIf(AccountField::isServer);
        return new AttachedAccount(
                wanted.address().value(),
                before.user(),
                before.id(),
                new AccountSettings(texts, before.settings().with(given).passwords()),
                AccountWriter.server(wanted, before.user(), accounts, MailServer.Side.MAIL)
                        .orElse(before.mail()),
                AccountWriter.server(wanted, before.user(), accounts, MailServer.Side.TRANSPORT));
    }
}
