package dev.muster.legacy;

import dev.muster.config.Configuration;
import dev.muster.config.StateSettings;
import dev.muster.input.FeedSettings;
import dev.muster.input.PasswordReferences;
import dev.muster.ledger.ClaimTable;
import dev.muster.ledger.OneShotStore;
import dev.muster.ledger.StoreException;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.Password;
import dev.muster.model.SiteKey;
import dev.muster.model.TargetName;
import dev.muster.model.UserName;
import dev.muster.plan.ObjectPlan;
import dev.muster.provision.ChunkPlanner;
import dev.muster.provision.FanOut;
import dev.muster.provision.Journey;
import dev.muster.provision.Provisioner;
import dev.muster.provision.ReservedNames;
import dev.muster.provision.Targets;
import dev.muster.provision.ThreadFanOut;
import dev.muster.site.ExitStatus;
import dev.muster.site.RefusalException;
import dev.muster.site.SiteRules;
import dev.muster.site.SiteTargets;
import dev.muster.target.groupware.GroupwarePart;
import dev.muster.target.groupware.GroupwareSettings;
import dev.muster.target.groupware.GroupwareTarget;
import dev.muster.target.groupware.PlainLane;
import dev.muster.target.imap.ImapSettings;
import dev.muster.target.ldap.LdapSettings;
import dev.muster.target.ldap.LdapTarget;
import dev.muster.template.Templates;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one call works with, open: plain threads, plain JDBC. Closed in the end by whoever opened it. */
final class LegacySite implements AutoCloseable {
    private final Configuration configuration;
    private final Templates templates;
    private final Targets backEnds;
    private final Targets targets;
    private final CallClaims claims;
    private final FanOut fanOut;
    private final Runnable closing;

    private LegacySite(
            Configuration configuration, Templates templates, Targets backEnds, CallClaims claims, Runnable closing) {
        this(configuration, templates, backEnds, backEnds, claims, new ThreadFanOut(), closing);
    }

    private LegacySite(
            Configuration configuration,
            Templates templates,
            Targets backEnds,
            Targets targets,
            CallClaims claims,
            FanOut fanOut,
            Runnable closing) {
        this.configuration = configuration;
        this.templates = templates;
        this.backEnds = backEnds;
        this.targets = targets;
        this.claims = claims;
        this.fanOut = fanOut;
        this.closing = closing;
    }

    /**
     * Opens the site; servers are connected when first needed.
     *
     * @param source what the call may write
     */
    static LegacySite open(Configuration configuration, Source source) {
        return open(configuration, Templates.load(configuration.templates()), source, store(configuration.state()));
    }

    /** The same with what takes long done before. */
    static LegacySite open(
            Configuration configuration, Templates templates, Source source, Optional<OneShotStore> store) {
        Targets targets =
                assemble(configuration, templates, source, new OneShot(configuration.siteKey(), source.parts()));
        OneShotClaims claims =
                new OneShotClaims(store.map(OneShotStore::claims), configuration.source(), targets.numbers());
        return new LegacySite(configuration, templates, targets, claims, () -> store.ifPresent(OneShotStore::close));
    }

    /** The same over a state store that is open already. */
    static LegacySite open(Configuration configuration, Templates templates, Source source, ClaimTable table) {
        return open(configuration, templates, source, table, new OneShot(configuration.siteKey(), source.parts()));
    }

    /** The same for many calls at once, with as many connections as an import has. */
    static LegacySite openForMany(Configuration configuration, Templates templates, Source source, ClaimTable table) {
        return open(configuration, templates, source, table, new Many(configuration.siteKey(), source.parts()));
    }

    private static LegacySite open(
            Configuration configuration,
            Templates templates,
            Source source,
            ClaimTable table,
            SiteTargets.Program program) {
        Targets targets = assemble(configuration, templates, source, program);
        CallClaims claims = new OneShotClaims(Optional.of(table), configuration.source(), targets.numbers());
        return new LegacySite(configuration, templates, targets, claims, () -> {});
    }

    /** The same site with other targets laid over its back-ends, to which nothing goes through. It need not be closed. */
    LegacySite overlaid(Targets overlay, CallClaims book, FanOut inTurn) {
        return new LegacySite(configuration, templates, backEnds, overlay, book, inTurn, () -> {});
    }

    /** This site, its servers being connected meanwhile; what goes wrong then is told to whoever needs them. */
    LegacySite connecting() {
        Aside.begin(() -> groupware().map(groupware -> groupware.keeps(Field.MAIL)));
        Aside.begin(() -> directory().map(directory -> directory.keeps(Field.MAIL)));
        return this;
    }

    private static Targets assemble(
            Configuration configuration, Templates templates, Source source, SiteTargets.Program program) {
        return SiteTargets.assemble(configuration, templates, source.written(), program);
    }

    Configuration configuration() {
        return configuration;
    }

    Templates templates() {
        return templates;
    }

    Targets targets() {
        return targets;
    }

    /** The directory itself, for what only a directory can be asked. */
    Optional<LdapTarget> directory() {
        return backEnds.all().get(TargetName.LDAP) instanceof LdapTarget ldap ? Optional.of(ldap) : Optional.empty();
    }

    /** The groupware itself, for what only it can be asked. */
    Optional<GroupwareTarget> groupware() {
        return backEnds.all().get(TargetName.GROUPWARE) instanceof GroupwareTarget groupware
                ? Optional.of(groupware)
                : Optional.empty();
    }

    /** The passwords of these people as the directory keeps them, to be put back; nobody's where nothing is written. */
    Map<ObjectKey, Password> storedPasswords(List<ObjectKey> keys) {
        Map<ObjectKey, Password> stored = new HashMap<>();
        if (targets.equals(backEnds) && !keys.isEmpty()) {
            directory()
                    .ifPresent(directory -> directory
                            .passwordHashes(keys)
                            .forEach((key, hash) -> stored.put(key, new Password.Hashed(hash))));
        }
        return stored;
    }

    CallClaims claims() {
        return claims;
    }

    /** @throws RefusalException CONFLICT if nobody may touch whoever has that name */
    void requireUnprotected(UserName name) {
        if (configuration.run().guarded().contains(name.folded())) {
            throw new RefusalException(
                    ExitStatus.CONFLICT,
                    "The user " + name + " is protected (section protected of " + configuration.file()
                            + "). Nothing was touched.");
        }
    }

    /** How the options of a call are read: as the columns of a feed. */
    FeedSettings feed() {
        return SiteRules.feed(configuration, templates, PasswordReferences.none());
    }

    /** @param directoryLeads whether what the call does not say is taken from the person's entry, which has to be there */
    ChunkPlanner planner(boolean directoryLeads, Set<String> adopt) {
        return new ChunkPlanner(
                SiteRules.planning(configuration, templates, targets, adopt, Set.of(), directoryLeads),
                targets,
                claims,
                ReservedNames.none());
    }

    Journey apply(ObjectPlan plan) {
        return apply(List.of(plan)).get(0);
    }

    List<Journey> apply(List<ObjectPlan> plans) {
        return new Provisioner(targets, fanOut).apply(plans);
    }

    @Override
    public void close() {
        fanOut.close();
        targets.close();
        closing.run();
    }

    /** The state store, where it is one that a call can use. */
    static Optional<OneShotStore> store(StateSettings settings) {
        if (!settings.onMariaDb()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OneShotStore(DriverManager.getConnection(
                    settings.url(), settings.user(), settings.password().reveal())));
        } catch (SQLException away) {
            throw new StoreException(away);
        }
    }

    /** Plain JDBC. */
    private record Many(SiteKey siteKey, Set<GroupwarePart> parts) implements SiteTargets.Program {
        @Override
        public GroupwareTarget groupware(GroupwareSettings settings) {
            return new GroupwareTarget(settings, new PlainLane(settings), siteKey, parts);
        }
    }

    /** The same with one connection to the directory and two attempts at the mail store: somebody waits for the answer. */
    private record OneShot(SiteKey siteKey, Set<GroupwarePart> parts) implements SiteTargets.Program {
        @Override
        public GroupwareTarget groupware(GroupwareSettings settings) {
            return new Many(siteKey, parts).groupware(settings);
        }

        @Override
        public LdapSettings ldap(LdapSettings settings) {
            return settings.withServer(settings.server().withConnections(1));
        }

        @Override
        public ImapSettings imap(ImapSettings settings) {
            return settings.withAttempts(2);
        }
    }
}
