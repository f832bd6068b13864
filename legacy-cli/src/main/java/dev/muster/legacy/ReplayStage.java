package dev.muster.legacy;

import dev.muster.config.Configuration;
import dev.muster.ledger.ClaimTable;
import dev.muster.model.Claims;
import dev.muster.template.Templates;
import java.util.EnumMap;
import java.util.Map;

/** The back-ends themselves, opened once for all calls of a replay. For one thread; closed in the end. */
final class ReplayStage implements Sites, AutoCloseable {
    private final Configuration configuration;
    private final Templates templates;
    private final ClaimTable claims;
    private final Map<Source, LegacySite> open = new EnumMap<>(Source.class);

    ReplayStage(Configuration configuration, ClaimTable claims) {
        this.configuration = configuration;
        this.templates = Templates.load(configuration.templates());
        this.claims = claims;
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    /** The one that stays open. */
    LegacySite site(Source source) {
        return open.computeIfAbsent(source, any -> LegacySite.openForMany(configuration, templates, source, claims));
    }

    /** One of its own, for a call that is done by itself. */
    @Override
    public LegacySite open(Source source) {
        return LegacySite.open(configuration, templates, source, claims);
    }

    /** Takes back a claim of somebody who could not be made. */
    void forget(Claims made) {
        claims.delete(made.source(), made.identity());
    }

    @Override
    public void close() {
        open.values().forEach(LegacySite::close);
    }
}
