package dev.muster.target.imap;

import dev.muster.model.Field;
import dev.muster.target.imap.ImapSettings.Quota;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The limit that a mailbox is to have.
 *
 * @param way who sets it
 * @param megabytes 0 = none; empty = it stays as it is
 */
record QuotaWish(Quota way, OptionalLong megabytes) {
    private static final long KIB_PER_MB = 1024;

    /** @param wanted the field's wished values; empty optional = nothing is wished, an empty list = no limit */
    static QuotaWish of(Quota way, Optional<List<String>> wanted) {
        if (wanted.isEmpty() || !way.isOurs()) {
            return new QuotaWish(way, OptionalLong.empty());
        }
        return new QuotaWish(
                way,
                OptionalLong.of(wanted.get().stream()
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0)));
    }

    boolean bySetQuota() {
        return way instanceof Quota.SetQuota;
    }

    boolean differsFrom(Mailbox mailbox) {
        return megabytes.isPresent()
                && megabytes.getAsLong() * KIB_PER_MB != mailbox.limit().orElse(0);
    }

    String command(String root) {
        long megabytes = this.megabytes.orElseThrow();
        String limits = megabytes == 0 ? "()" : "(STORAGE " + megabytes * KIB_PER_MB + ")";
        return "SETQUOTA " + FolderNames.verbatim(root) + " " + limits;
    }

    /** The value of {@link Field#QUOTA} for a mailbox: whole megabytes where they are whole. */
    static String value(Mailbox mailbox) {
        return BigDecimal.valueOf(mailbox.limit().orElse(0))
                .divide(BigDecimal.valueOf(KIB_PER_MB))
                .stripTrailingZeros()
                .toPlainString();
    }
}
