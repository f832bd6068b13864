package dev.muster.config;

import dev.muster.model.LoginTemplate;
import dev.muster.model.LoginTemplates;
import dev.muster.model.MailServer;
import dev.muster.target.ConfiguredCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How members get at shared accounts.
 *
 * @param logins under which names they are known
 * @param senderMap the file for Postfix of who may send with which address; empty = none is written
 * @param senderMapCommand run after it was written; {@code {file}} in it is filled in
 * @param sharedFolder where the mailbox is in a member's own session; placeholders as in logins
 * @param mailServer the server for reading as people reach it; empty = as the groupware reaches it
 * @param transportServer the same for sending
 */
public record AccountAccess(
        LoginTemplates logins,
        Optional<Path> senderMap,
        Optional<ConfiguredCommand> senderMapCommand,
        LoginTemplate sharedFolder,
        Optional<MailServer> mailServer,
        Optional<MailServer> transportServer) {
    private static final Pattern MAIL = Pattern.compile("imaps?://[^/:@]+(:\\d{1,5})?/?");
    private static final Pattern TRANSPORT = Pattern.compile("smtps?://[^/:@]+(:\\d{1,5})?/?");

    static AccountAccess of(Section section) {
        LoginTemplates house = LoginTemplates.DEFAULT;
        List<String> command = section.list("senderMapCommand", List.of());
        return new AccountAccess(
                new LoginTemplates(
                        template(section, "login", house.shared()),
                        template(section, "senderLogin", house.sender()),
                        template(section, "identifier", house.identifier())),
                section.optional("senderMap").map(section::resolved),
                command.isEmpty() ? Optional.empty() : Optional.of(new ConfiguredCommand(command)),
                template(section, "sharedFolder", new LoginTemplate("shared/{{fa_name}}")),
                server(section, "mailServer", MAIL),
                server(section, "transportServer", TRANSPORT));
    }

    private static LoginTemplate template(Section section, String key, LoginTemplate otherwise) {
        try {
            return LoginTemplate.of(section.text(key, otherwise.text()));
        } catch (IllegalArgumentException unfit) {
            throw section.fault(key, "cannot be: " + unfit.getMessage());
        }
    }

    /** Encrypted in any case: from the first byte, or from after the greeting. */
    private static Optional<MailServer> server(Section section, String key, Pattern form) {
        return section.optional(key).map(url -> {
            Matcher matcher = form.matcher(url);
            if (!matcher.matches()) {
                throw section.fault(
                        key,
                        "is '" + url + "'; an address such as "
                                + (form == MAIL ? "imaps://mail.example.org" : "smtps://mail.example.org")
                                + " is wanted.");
            }
            return new MailServer(url, !url.startsWith("imaps") && !url.startsWith("smtps"));
        });
    }
}
