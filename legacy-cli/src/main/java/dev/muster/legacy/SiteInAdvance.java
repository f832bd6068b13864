package dev.muster.legacy;

import dev.muster.config.Configuration;
import dev.muster.ledger.OneShotStore;
import dev.muster.template.Templates;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The site of a process that makes one call. What takes its time is begun at once, while the administrator is still being
 * checked; nothing of it writes. Opened at most once.
 */
final class SiteInAdvance implements Sites {
    private final Configuration configuration;
    private final CompletableFuture<Templates> templates;
    private final CompletableFuture<Optional<OneShotStore>> store;

    /** @param command for which the site is opened */
    SiteInAdvance(Configuration configuration, LegacyCommand command) {
        this.configuration = configuration;
        this.store = command.needsStateStore()
                ? Aside.begin(() -> LegacySite.store(configuration.state()))
                : CompletableFuture.completedFuture(Optional.empty());
        this.templates = Aside.begin(NotedTemplates.in(configuration.templates())::load);
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    @Override
    public LegacySite open(Source source) {
        return LegacySite.open(configuration, Aside.await(templates), source, Aside.await(store))
                .connecting();
    }
}
