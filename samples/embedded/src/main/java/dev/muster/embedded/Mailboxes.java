package dev.muster.embedded;

import java.time.Clock;
import org.apache.james.core.Username;
import org.apache.james.events.EventBus;
import org.apache.james.events.InVMEventBus;
import org.apache.james.events.MemoryEventDeadLetters;
import org.apache.james.events.RetryBackoffConfiguration;
import org.apache.james.events.delivery.InVmEventDelivery;
import org.apache.james.mailbox.Authorizator.AuthorizationState;
import org.apache.james.mailbox.acl.UnionMailboxACLResolver;
import org.apache.james.mailbox.inmemory.InMemoryMailboxManager;
import org.apache.james.mailbox.inmemory.InMemoryMessageId;
import org.apache.james.mailbox.inmemory.quota.InMemoryCurrentQuotaManager;
import org.apache.james.mailbox.inmemory.quota.InMemoryPerUserMaxQuotaManager;
import org.apache.james.mailbox.store.JVMMailboxPathLocker;
import org.apache.james.mailbox.store.PreDeletionHooks;
import org.apache.james.mailbox.store.SessionProviderImpl;
import org.apache.james.mailbox.store.StoreAttachmentManager;
import org.apache.james.mailbox.store.StoreMailboxAnnotationManager;
import org.apache.james.mailbox.store.StoreMessageIdManager;
import org.apache.james.mailbox.store.StoreRightManager;
import org.apache.james.mailbox.store.extractor.DefaultTextExtractor;
import org.apache.james.mailbox.store.mail.NaiveThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.mail.model.impl.MessageParser;
import org.apache.james.mailbox.store.quota.CurrentQuotaCalculator;
import org.apache.james.mailbox.store.quota.DefaultUserQuotaRootResolver;
import org.apache.james.mailbox.store.quota.ListeningCurrentQuotaUpdater;
import org.apache.james.mailbox.store.quota.QuotaComponents;
import org.apache.james.mailbox.store.quota.StoreQuotaManager;
import org.apache.james.mailbox.store.search.SimpleMessageSearchIndex;
import org.apache.james.metrics.api.MetricFactory;

/** James' mailboxes in memory, wired by hand: what its containers would do with ten times the jars. */
final class Mailboxes {
    final EventBus events;
    final IndexedMappers mappers;
    final InMemoryPerUserMaxQuotaManager limits = new InMemoryPerUserMaxQuotaManager();
    final DefaultUserQuotaRootResolver quotaRoots;
    final StoreQuotaManager quotas;
    final InMemoryMailboxManager manager;

    private final SessionProviderImpl sessions;
    private final StoreRightManager rights;

    Mailboxes(MailAccounts accounts, MetricFactory metrics, Clock clock) {
        events = new InVMEventBus(
                new InVmEventDelivery(metrics), RetryBackoffConfiguration.DEFAULT, new MemoryEventDeadLetters());
        mappers = new IndexedMappers(clock);
        sessions = new SessionProviderImpl(
                (user, password) -> accounts.mayLogIn(user.asString(), password.toString()),
                (user, other) -> mayActFor(accounts, user, other));
        rights = new StoreRightManager(mappers, new UnionMailboxACLResolver(), events);
        quotaRoots = new DefaultUserQuotaRootResolver(sessions, mappers);
        InMemoryCurrentQuotaManager usage =
                new InMemoryCurrentQuotaManager(new CurrentQuotaCalculator(mappers, quotaRoots), sessions);
        quotas = new StoreQuotaManager(usage, limits);
        events.register(new ListeningCurrentQuotaUpdater(usage, quotaRoots, events, quotas));
        manager = manager(clock);
    }

    private static AuthorizationState mayActFor(MailAccounts accounts, Username user, Username other) {
        if (!user.equals(other) && !accounts.administers(user.asString())) {
            return AuthorizationState.FORBIDDEN;
        }
        return accounts.exists(other.asString()) ? AuthorizationState.ALLOWED : AuthorizationState.UNKNOWN_USER;
    }

    private InMemoryMailboxManager manager(Clock clock) {
        return new InMemoryMailboxManager(
                mappers,
                sessions,
                new JVMMailboxPathLocker(),
                new MessageParser(),
                new InMemoryMessageId.Factory(),
                events,
                new StoreMailboxAnnotationManager(mappers, rights),
                rights,
                new QuotaComponents(limits, quotas, quotaRoots),
                searchIndex(),
                PreDeletionHooks.NO_PRE_DELETION_HOOK,
                new NaiveThreadIdGuessingAlgorithm(),
                clock);
    }

    private SimpleMessageSearchIndex searchIndex() {
        StoreMessageIdManager messages = new StoreMessageIdManager(
                rights, mappers, events, quotas, quotaRoots, PreDeletionHooks.NO_PRE_DELETION_HOOK);
        return new SimpleMessageSearchIndex(
                mappers, mappers, new DefaultTextExtractor(), new StoreAttachmentManager(mappers, messages));
    }
}
