package dev.muster.embedded;

import java.time.Clock;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.inmemory.InMemoryMailboxSessionMapperFactory;
import org.apache.james.mailbox.inmemory.mail.InMemoryMessageIdMapper;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.MessageIdMapper;

/** James' mappers in memory, around mailboxes that are found by owner. */
final class IndexedMappers extends InMemoryMailboxSessionMapperFactory {
    private final MailboxMapper mailboxes = new IndexedMailboxMapper();

    IndexedMappers(Clock clock) {
        super(clock);
    }

    @Override
    public MailboxMapper createMailboxMapper(MailboxSession session) {
        return mailboxes;
    }

    @Override
    public MessageIdMapper createMessageIdMapper(MailboxSession session) {
        return new InMemoryMessageIdMapper(mailboxes, createMessageMapper(session));
    }
}
