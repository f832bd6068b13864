package dev.muster.cli;

import dev.muster.input.ExplicitNames;
import dev.muster.input.Feed;
import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import dev.muster.provision.ReservedNames;
import org.jspecify.annotations.Nullable;

/** What the rows of a feed say themselves, looked up when the first name has to be generated. Thread-safe. */
final class NamesOfFeed implements ReservedNames {
    private final Feed feed;
    private @Nullable ExplicitNames names;

    NamesOfFeed(Feed feed) {
        this.feed = feed;
    }

    @Override
    public boolean isUserName(UserName name) {
        return names().contains(name);
    }

    @Override
    public boolean isAddress(MailAddress address) {
        return names().contains(address);
    }

    private synchronized ExplicitNames names() {
        ExplicitNames known = names;
        if (known == null) {
            known = ExplicitNames.of(feed);
            names = known;
        }
        return known;
    }
}
