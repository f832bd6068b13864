package dev.muster.embedded;

import dev.muster.model.FolderRole;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.decode.main.DefaultImapDecoder;
import org.apache.james.imap.encode.main.DefaultImapEncoderFactory;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.apache.james.imap.processor.main.DefaultImapProcessorFactory;
import org.apache.james.imapserver.netty.IMAPServer;
import org.apache.james.imapserver.netty.ImapMetrics;
import org.apache.james.mailbox.store.StoreSubscriptionManager;
import org.apache.james.metrics.api.NoopGaugeRegistry;

/**
 * An IMAP server in the JVM (Apache James), on a free port of the loopback interface, without TLS; mailboxes live in memory.
 * Its separator is the dot. People log in as the directory says, and its administrator acts for anybody by SASL PLAIN with
 * an authorization id (RFC 4616) and sets quotas. Thread-safe.
 *
 * <p>Unlike Dovecot and Cyrus it lets nobody name another person's mailbox: an administrator has to act for the owner.
 */
public final class EmbeddedMailStore implements AutoCloseable {
    private final IMAPServer server;

    private EmbeddedMailStore(IMAPServer server) {
        this.server = server;
    }

    /**
     * A running server.
     *
     * @param accounts who may log in
     * @param roles what folders are for by their names, in NFC and lower case, in all languages; the server announces it as
     *     special use (RFC 6154)
     */
    public static EmbeddedMailStore start(EmbeddedDirectory accounts, Map<String, FolderRole> roles) {
        IMAPServer server = server(accounts, new FolderRoles(roles));
        try {
            server.configure(configuration());
            server.init();
            return new EmbeddedMailStore(server);
        } catch (Exception e) {
            throw new IllegalStateException("The embedded mailbox store did not start: " + e.getMessage(), e);
        }
    }

    private static IMAPServer server(MailAccounts accounts, FolderRoles roles) {
        Unmeasured metrics = new Unmeasured();
        UnpooledStatusResponseFactory responses = new UnpooledStatusResponseFactory();
        Mailboxes mailboxes = new Mailboxes(accounts, metrics, Clock.systemUTC());
        ImapProcessor processor = DefaultImapProcessorFactory.createXListSupportingProcessor(
                mailboxes.manager,
                mailboxes.events,
                new StoreSubscriptionManager(mailboxes.mappers, mailboxes.mappers, mailboxes.events),
                roles,
                mailboxes.quotas,
                mailboxes.quotaRoots,
                metrics);
        IMAPServer server = new IMAPServer(
                new DefaultImapDecoder(responses, new CommandParsers(responses)),
                new DefaultImapEncoderFactory().buildImapEncoder(),
                new AdministratorSetsQuota(processor, mailboxes.limits, mailboxes.quotaRoots, accounts),
                new ImapMetrics(metrics),
                new NoopGaugeRegistry());
        server.setFileSystem(new NoFiles());
        return server;
    }

    private static BaseHierarchicalConfiguration configuration() {
        BaseHierarchicalConfiguration configuration = new BaseHierarchicalConfiguration();
        Map.of(
                        "bind",
                        "127.0.0.1:0",
                        "jmxName",
                        "mailstore-" + UUID.randomUUID(),
                        "helloName",
                        "localhost",
                        "helloName.[@autodetect]",
                        false,
                        "auth.requireSSL",
                        false,
                        "auth.plainAuthEnabled",
                        true,
                        // Else the first login makes English folders before the language's own are there.
                        "provisionDefaultMailboxes",
                        false,
                        "gracefulShutdown",
                        false,
                        "ioWorkerCount",
                        2,
                        "maxExecutorCount",
                        4)
                .forEach(configuration::addProperty);
        configuration.addProperty("bossWorkerCount", 1);
        return configuration;
    }

    public int port() {
        return server.getPort();
    }

    /** Closes every connection. The threads end about two seconds later. */
    @Override
    public void close() {
        server.destroy();
    }

    /** James asks for files for certificates only. */
    private static final class NoFiles implements FileSystem {
        @Override
        public InputStream getResource(String url) throws FileNotFoundException {
            throw new FileNotFoundException(url);
        }

        @Override
        public File getFile(String url) throws FileNotFoundException {
            throw new FileNotFoundException(url);
        }

        @Override
        public File getBasedir() throws FileNotFoundException {
            throw new FileNotFoundException("A mailbox store in memory has no folder");
        }
    }
}
