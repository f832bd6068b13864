package dev.muster.report;

import dev.muster.model.AccountCard;
import dev.muster.model.AccountField;
import dev.muster.model.MailServer;
import dev.muster.model.MailServer.Side;
import java.util.Locale;
import java.util.Map;

/** A card as a page for the person, and as JSON. */
public final class CardPage {
    private final AccountCard card;
    private final StringBuilder page = new StringBuilder();

    private CardPage(AccountCard card) {
        this.card = card;
    }

    /** What to do in Thunderbird and Outlook, step by step; ends with a line end. */
    public static String text(AccountCard card) {
        return new CardPage(card).write();
    }

    /** The same as one object. */
    public static String json(AccountCard card) {
        Json json = new Json()
                .with("address", card.address().value())
                .with("name", card.name())
                .with("personal", card.personal())
                .with("user", card.who());
        card.replyTo().ifPresent(address -> json.with("replyTo", address));
        card.role().ifPresent(role -> json.with("role", role.id()).with("rights", role.words()));
        json.with("reads", card.reads()).with("sends", card.sends());
        if (card.reads()) {
            json.with("folder", card.folder()).with("imap", server(card.reading(), card.login()));
        }
        if (card.sends()) {
            card.sending().ifPresent(server -> json.with("smtp", server(server, card.senderLogin())));
        }
        return json.toString();
    }

    private static Json server(MailServer server, String login) {
        return new Json()
                .with("url", server.url())
                .with("encryption", encryption(server))
                .with("login", login);
    }

    private String write() {
        line(card.name() + " <" + card.address() + ">");
        line("for " + card.who()
                + card.role()
                        .map(role -> ", " + role.id() + ": " + role.words())
                        .orElse(""));
        if (card.reads()) {
            inOwnAccount();
            asAccount();
            outlook();
        } else {
            sendOnly();
        }
        return page.toString();
    }

    private void inOwnAccount() {
        title("Thunderbird, way A: among the folders of your own account");
        line("1. Right-click your own mailbox, choose Subscribe, then Refresh.");
        line("2. Tick the folders below " + card.folder() + " and confirm.");
        line(card.sends() ? "3. " + identity() : notSending());
    }

    private void asAccount() {
        title("Thunderbird, way B: as an account of its own");
        line("Account Settings, Account Actions, Add Mail Account, then Configure manually:");
        field("Your name", card.personal());
        addresses();
        field("Password", "your own, the one of " + card.who());
        incoming();
        outgoing();
    }

    private void outlook() {
        title("Outlook");
        line("With the OX connector there is nothing to enter. Should the mailbox be missing, subscribe it in the web"
                + " interface.");
        line("Without it: Control Panel, Mail, Email Accounts, New, manual set-up, IMAP:");
        addresses();
        incoming();
        field("Password", "your own, the one of " + card.who());
        if (card.login().contains("/")) {
            field(
                    "",
                    "Should Outlook refuse the slash, write * instead of it: "
                            + card.login().replace('/', '*'));
        }
        outgoing();
        if (card.sends()) {
            line("More Settings, Outgoing Server: it requires authentication, with a login of its own:");
            field("Login", card.senderLogin());
        }
    }

    private void sendOnly() {
        title("Thunderbird and Outlook");
        line("You do not see the mailbox, but may write with its address.");
        line("Thunderbird: " + identity());
        line("Outlook: show the field From and enter " + card.address() + ".");
        outgoing();
    }

    private String identity() {
        return "To write with this address: Account Settings, your own account, Manage Identities, Add: "
                + card.personal() + ", " + card.address() + ".";
    }

    private String notSending() {
        return "You cannot send with this address.";
    }

    private void addresses() {
        field("Email address", card.address().value());
        card.replyTo().ifPresent(address -> field("Reply-to", address));
    }

    private void incoming() {
        field("Incoming, IMAP", server(card.reading(), Side.MAIL));
        field("User name", card.login());
    }

    private void outgoing() {
        if (card.sends()) {
            card.sending().ifPresent(server -> field("Outgoing, SMTP", server(server, Side.TRANSPORT)));
            field("User name", card.senderLogin() + " (your own, without the shared account)");
        } else {
            field("Outgoing, SMTP", notSending());
        }
    }

    private static String server(MailServer server, Side side) {
        Map<AccountField, String> fields = server.fields(side);
        String place = fields.containsKey(side.server())
                ? fields.get(side.server()) + ", port " + fields.get(side.port())
                : server.url();
        return place + ", " + encryption(server) + ", normal password";
    }

    private static String encryption(MailServer server) {
        boolean secure = server.url().toLowerCase(Locale.ROOT).matches("(imap|pop3|smtp)s:.*");
        return secure ? "SSL/TLS" : server.startTls() ? "STARTTLS" : "none";
    }

    private void title(String text) {
        page.append('\n');
        line(text);
    }

    private void field(String name, String value) {
        line("   %-16s %s".formatted(name, value));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
