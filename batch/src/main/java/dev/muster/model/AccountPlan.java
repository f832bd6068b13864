package dev.muster.model;

import java.util.Set;

/** What is to become of one shared account for some members. Members are numbers of users. */
public sealed interface AccountPlan {
    /** Where it came from, for messages. */
    Origin origin();

    MailAddress address();

    Set<Long> members();

    /** Members who have it already keep it as it is. */
    record Attach(Origin origin, SharedAccount account, Set<Long> members) implements AccountPlan {
        public Attach {
            members = Set.copyOf(members);
        }

        @Override
        public MailAddress address() {
            return account.address();
        }
    }

    /** Members who do not have it are passed over. */
    record Change(Origin origin, MailAddress address, AccountSettings changes, Set<Long> members)
            implements AccountPlan {
        public Change {
            members = Set.copyOf(members);
        }
    }

    /** Members who do not have it are passed over. The mailbox stays. */
    record Detach(Origin origin, MailAddress address, Set<Long> members) implements AccountPlan {
        public Detach {
            members = Set.copyOf(members);
        }
    }
}
