package dev.muster.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A shared account as one member has it.
 *
 * @param address as it stands in the groupware
 * @param user the member's number
 * @param id the account's number, with which her folders and rules name it; never changes
 * @param settings everything but the servers; a field that is NULL in the groupware is missing
 * @param mail where she reads
 * @param transport where she sends; empty = she cannot
 */
public record AttachedAccount(
        String address, long user, long id, AccountSettings settings, MailServer mail, Optional<MailServer> transport) {
    /** The settings with the fields of both servers, as if they had been given. */
    public AccountSettings whole() {
        Map<AccountField, String> servers = new EnumMap<>(mail.fields(MailServer.Side.MAIL));
        transport.ifPresent(server -> servers.putAll(server.fields(MailServer.Side.TRANSPORT)));
        return settings.with(new AccountSettings(servers, Map.of()));
    }

    public boolean is(MailAddress other) {
        return address.equalsIgnoreCase(other.value());
    }
}
