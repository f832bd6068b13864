package dev.muster.model;

import java.util.Optional;
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

    /**
     * Members have the account just so: who has none gets it, and what is otherwise is changed under the number that she
     * has. What the settings do not say stays; a transport that is not wanted goes.
     *
     * @param former the address under which it may still be there
     */
    record Settle(Origin origin, SharedAccount account, Optional<MailAddress> former, Set<Long> members)
            implements AccountPlan {
        public Settle {
            former = former.filter(address -> !address.equals(account.address()));
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
