package dev.muster.legacy;

import dev.muster.model.AccountField;
import dev.muster.model.AccountPassword;
import dev.muster.model.AccountSettings;
import dev.muster.model.AttachedAccount;
import dev.muster.model.MailServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reference's CSV of accounts: every value in quotes, what is NULL in the groupware without. A transport without a
 * password of its own shows that of the mailbox, with which it is used.
 */
final class AccountCsv {
    private static final String HEADER = "context-id,user-id,account-id,primary-address,name,login,password,personal,"
            + "reply-to,mail-server-URL,mail-starttls,transport-login,transport-password,transport-server-URL,"
            + "transport-starttls,archive-fullname,drafts-fullname,sent-fullname,spam-fullname,trash-fullname,"
            + "confirmed-spam-fullname,confirmed-ham-fullname";
    private static final String HIDDEN = "********";

    private final AccountSite site;
    private final boolean showPasswords;
    private final Map<AccountPassword, String> revealed = new HashMap<>();

    AccountCsv(AccountSite site, boolean showPasswords) {
        this.site = site;
        this.showPasswords = showPasswords;
    }

    String of(List<AttachedAccount> accounts) {
        return Stream.concat(Stream.of(HEADER), accounts.stream().map(this::line))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String line(AttachedAccount account) {
        AccountSettings settings = account.settings();
        Optional<AccountPassword> mail = settings.password(AccountField.PASSWORD);
        List<Optional<String>> cells = new ArrayList<>(List.of(
                Optional.of(Integer.toString(site.context())),
                Optional.of(Long.toString(account.user())),
                Optional.of(Long.toString(account.id())),
                Optional.of(account.address()),
                settings.text(AccountField.NAME),
                settings.text(AccountField.LOGIN),
                password(mail),
                settings.text(AccountField.PERSONAL),
                settings.text(AccountField.REPLY_TO),
                Optional.of(account.mail().url()),
                Optional.of(startTls(account.mail()))));
        cells.addAll(transport(account, mail));
        Stream.of(AccountField.values())
                .filter(AccountField::isFolder)
                .map(settings::text)
                .forEach(cells::add);
        return cells.stream().map(AccountCsv::quoted).collect(Collectors.joining(","));
    }

    private List<Optional<String>> transport(AttachedAccount account, Optional<AccountPassword> mail) {
        AccountSettings settings = account.settings();
        return account.transport()
                .map(server -> List.of(
                        settings.text(AccountField.TRANSPORT_LOGIN),
                        password(settings.password(AccountField.TRANSPORT_PASSWORD)
                                .or(() -> mail)),
                        Optional.of(server.url()),
                        Optional.of(startTls(server))))
                .orElseGet(() -> List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static String startTls(MailServer server) {
        return server.startTls() ? "STARTTLS" : "";
    }

    private Optional<String> password(Optional<AccountPassword> password) {
        return password.map(each -> {
            if (each.isEmpty()) {
                return "";
            }
            return showPasswords ? revealed.computeIfAbsent(each, this::reveal) : HIDDEN;
        });
    }

    private String reveal(AccountPassword password) {
        return password instanceof AccountPassword.Stored stored
                ? site.accounts().reveal(stored).reveal()
                : HIDDEN;
    }

    private static String quoted(Optional<String> cell) {
        return cell.map(text -> "\"" + text.replace("\"", "\"\"") + "\"").orElse("");
    }
}
