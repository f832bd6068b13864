package dev.muster.target.imap;

import java.util.List;

/**
 * A person's mailbox, open.
 *
 * @param mailbox as it was listed at the login
 */
record Session(Connection connection, Traits traits, Mailbox mailbox) implements AutoCloseable {
    static Session of(Connection connection, Traits traits, Burst listed) throws Fault {
        return new Session(connection, traits, Mailbox.of(listed, new FolderNames(traits)));
    }

    Maker maker() {
        return Maker.of(traits.kind());
    }

    FolderNames names() {
        return new FolderNames(traits);
    }

    /** Logs out without waiting for the answer. */
    void leave() throws Fault {
        connection.lastBurst(List.of());
    }

    @Override
    public void close() {
        connection.close();
    }
}
