package dev.muster.provision;

import dev.muster.model.MailAddress;
import dev.muster.model.UserName;

/** Names that nobody may be given, because somebody later in the feed brings them. Thread-safe. */
public interface ReservedNames {
    boolean isUserName(UserName name);

    boolean isAddress(MailAddress address);

    /** Nothing is reserved. */
    static ReservedNames none() {
        return new ReservedNames() {
            @Override
            public boolean isUserName(UserName name) {
                return false;
            }

            @Override
            public boolean isAddress(MailAddress address) {
                return false;
            }
        };
    }
}
