package dev.muster.config;

import dev.muster.model.AccountDefaults;
import dev.muster.model.EndpointSource;
import dev.muster.model.MailboxRole;
import java.util.Optional;

/** What new shared accounts get, from the section {@code accounts}. */
final class AccountSections {
    private static final long MEGABYTE = 1L << 20;
    private static final long UNLIMITED = -1;

    private AccountSections() {}

    /** @param role what a member is whose role is not named */
    static AccountDefaults defaults(Section section, MailboxRole role) {
        AccountDefaults house = AccountDefaults.HOUSE;
        return new AccountDefaults(
                section.text("login", house.login()),
                source(section, "mailEndpointSource").orElse(house.mail()),
                source(section, "transportEndpointSource"),
                role,
                section.optional("language"),
                section.optional("quota").map(any -> bytes(section)));
    }

    private static Optional<EndpointSource> source(Section section, String key) {
        return section.optional(key).map(any -> section.choice(key, EndpointSource.class, EndpointSource.PRIMARY));
    }

    /** MB, as in a feed. */
    private static long bytes(Section section) {
        int megabytes = section.number("quota", 0);
        if (megabytes < 0) {
            throw section.fault("quota", "is " + megabytes + "; MB as a whole number are wanted, 0 for no limit.");
        }
        return megabytes == 0 ? UNLIMITED : megabytes * MEGABYTE;
    }
}
