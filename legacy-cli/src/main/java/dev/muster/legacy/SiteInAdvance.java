package dev.muster.legacy;

import dev.muster.config.Configuration;
import dev.muster.ledger.OneShotStore;
import dev.muster.model.Field;
import dev.muster.template.Templates;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

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
                ? aside(() -> LegacySite.store(configuration.state()))
                : CompletableFuture.completedFuture(Optional.empty());
        this.templates = aside(NotedTemplates.in(configuration.templates())::load);
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    @Override
    public LegacySite open(Source source) {
        LegacySite site = LegacySite.open(configuration, templates.join(), source, store.join());
        aside(() -> site.groupware().map(groupware -> groupware.keeps(Field.MAIL)));
        aside(() -> site.directory().map(directory -> directory.keeps(Field.MAIL)));
        return site;
    }

    private static <T> CompletableFuture<T> aside(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, work), "aside");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** Whatever goes wrong is told to whoever waits for it. */
    private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (RuntimeException | Error failed) {
            result.completeExceptionally(failed);
        }
    }
}
