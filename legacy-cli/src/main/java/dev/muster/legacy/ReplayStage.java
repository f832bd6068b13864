package dev.muster.legacy;

import dev.muster.config.Configuration;
import dev.muster.ledger.ClaimTable;
import dev.muster.model.Claims;
import dev.muster.template.Templates;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The back-ends themselves, opened once for all calls of a replay. For one thread; closed in the end. */
final class ReplayStage implements Sites, AutoCloseable {
    private final Configuration configuration;
    private final CompletableFuture<Templates> templates;
    private final ClaimTable claims;
    private final CompletableFuture<LegacySite> whole;
    private final Map<Source, LegacySite> parts = new EnumMap<>(Source.class);

    /** Begins at once to open what most calls need. */
    ReplayStage(Configuration configuration, CompletableFuture<Templates> templates, ClaimTable claims) {
        this.configuration = configuration;
        this.templates = templates;
        this.claims = claims;
        this.whole = Aside.begin(() -> openForMany(Source.ALL).connecting());
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    /** The one that stays open. */
    LegacySite site(Source source) {
        return source == Source.ALL ? Aside.await(whole) : parts.computeIfAbsent(source, this::openForMany);
    }

    private LegacySite openForMany(Source source) {
        return LegacySite.openForMany(configuration, Aside.await(templates), source, claims);
    }

    /** One of its own, for a call that is done by itself. */
    @Override
    public LegacySite open(Source source) {
        return LegacySite.open(configuration, Aside.await(templates), source, claims);
    }

    /** Takes back a claim of somebody who could not be made. */
    void forget(Claims made) {
        claims.delete(made.source(), made.identity());
    }

    @Override
    public void close() {
        whole.thenAccept(LegacySite::close);
        parts.values().forEach(LegacySite::close);
    }
}
