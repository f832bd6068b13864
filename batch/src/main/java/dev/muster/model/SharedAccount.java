package dev.muster.model;

import java.util.Map;
import java.util.Optional;

/**
 * A shared mail account as it is wanted: what is the same for everybody who gets it.
 *
 * @param address by which the account is known in its context; the sender's address
 * @param settings at least name and login, and a mail server where the source is {@link EndpointSource#NONE}
 * @param mail where the server for reading is taken from
 * @param transport where the server for sending is taken from
 */
public record SharedAccount(
        MailAddress address, AccountSettings settings, EndpointSource mail, EndpointSource transport) {
    /** The account as a member of this role has it: empty where she does not read, without transport where she cannot send. */
    public Optional<SharedAccount> as(MailboxRole role) {
        if (!role.reads()) {
            return Optional.empty();
        }
        return Optional.of(
                role.sends()
                        ? this
                        : new SharedAccount(address, settings.withoutTransport(), mail, EndpointSource.NONE));
    }

    /** The same with this login instead of a template. */
    public SharedAccount withLogin(String login) {
        AccountSettings filled = settings.with(new AccountSettings(Map.of(AccountField.LOGIN, login), Map.of()));
        return new SharedAccount(address, filled, mail, transport);
    }

    public EndpointSource source(MailServer.Side side) {
        return side == MailServer.Side.MAIL ? mail : transport;
    }
}
