package dev.muster.cli;

import dev.muster.config.Configuration;
import dev.muster.input.EarlierFeeds;
import dev.muster.input.Feed;
import dev.muster.input.FeedFormat;
import dev.muster.input.FeedSettings;
import dev.muster.input.FormatChoice;
import dev.muster.input.PasswordReferences;
import dev.muster.ledger.Run;
import dev.muster.provision.AccountBook;
import dev.muster.provision.AccountRules;
import dev.muster.provision.ChunkApplier;
import dev.muster.provision.ChunkPlanner;
import dev.muster.provision.ClaimBook;
import dev.muster.provision.LedgerAccounts;
import dev.muster.provision.LedgerClaims;
import dev.muster.provision.LedgerRosters;
import dev.muster.provision.PlanningRules;
import dev.muster.provision.Provisioner;
import dev.muster.provision.RosterBook;
import dev.muster.provision.RosterRules;
import dev.muster.provision.Targets;
import dev.muster.provision.VertxFanOut;
import dev.muster.site.SiteRules;
import dev.muster.site.SiteTargets;
import dev.muster.target.groupware.GroupwareSettings;
import dev.muster.target.groupware.GroupwareTarget;
import dev.muster.target.groupware.VertxLane;
import dev.muster.template.Templates;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Everything that one import works with, open. Closed in the end by whoever opened it. */
final class Site implements AutoCloseable {
    private final Configuration configuration;
    private final Choices choices;
    private final StateStore state;
    private final Templates templates;
    private final Vertx vertx;
    private final Targets targets;
    private final VertxFanOut fanOut;

    private Site(Configuration configuration, Choices choices, StateStore state, Templates templates) {
        this.configuration = configuration;
        this.choices = choices;
        this.state = state;
        this.templates = templates;
        this.vertx = Vertx.vertx();
        this.targets = SiteTargets.assemble(
                configuration,
                templates,
                choices.only(),
                settings -> new GroupwareTarget(settings, new VertxLane(vertx, settings, 2), configuration.siteKey()));
        this.fanOut = new VertxFanOut(vertx, configuration.run().partitions());
    }

    /** Opens what the configuration names; broken templates and an absent state store are found here. */
    static Site open(Configuration configuration, Choices choices) {
        Templates templates = Templates.load(configuration.templates());
        return new Site(
                configuration,
                choices,
                StateStore.open(configuration.state(), configuration.run().partitions()),
                templates);
    }

    /** The same for a dry run: the state store is only read, and not even made where it is missing. */
    static Site openForReading(Configuration configuration, Choices choices) {
        Templates templates = Templates.load(configuration.templates());
        return new Site(configuration, choices, StateStore.openForReading(configuration.state()), templates);
    }

    /** The format of this source's last good feed, in its text form. */
    Optional<String> remembered() {
        return state.ledger().runs().lastGood(configuration.source()).map(Run::format);
    }

    /** Where the passwords of a corrected reject file are: in the feeds of earlier runs, while these are as they were. */
    PasswordReferences passwords() {
        return new EarlierFeeds(this::feedOf);
    }

    private Optional<Feed> feedOf(String number) {
        Optional<Run> run = number.chars().allMatch(Character::isDigit)
                ? state.ledger().runs().find(Long.parseLong(number))
                : Optional.empty();
        FeedSettings settings = FeedOptions.unopted(configuration, templates, PasswordReferences.none());
        return run.filter(known -> Files.isReadable(Path.of(known.feed())))
                .map(known -> Feed.open(
                        Path.of(known.feed()), settings.withFormat(FormatChoice.of(FeedFormat.parse(known.format())))))
                .filter(feed ->
                        run.map(Run::digest).filter(feed.digest()::equals).isPresent());
    }

    /** Enters a new run. @throws dev.muster.site.RefusalException if the state store belongs to another site */
    Run begin(Path file, Feed feed, Choices decided) {
        return new NewRun(file, feed.digest(), feed.format().toString(), decided.text())
                .enter(configuration, state.ledger());
    }

    Configuration configuration() {
        return configuration;
    }

    StateStore state() {
        return state;
    }

    Templates templates() {
        return templates;
    }

    ChunkPlanner planner(ClaimBook book, Feed feed) {
        return new ChunkPlanner(rules(feed), targets, book, new NamesOfFeed(feed));
    }

    ChunkApplier applier(ClaimBook book, Feed feed) {
        return new ChunkApplier(rules(feed), targets, book, new Provisioner(targets, fanOut));
    }

    ClaimBook claims(Run run) {
        return new LedgerClaims(state.ledger().claims(), configuration.source(), run.id(), targets.numbers());
    }

    RosterBook rosterClaims(Run run) {
        return new LedgerRosters(state.ledger().rosters(), configuration.source(), run.id(), targets.numbers());
    }

    RosterRules rosters(ClaimBook people, RosterBook book) {
        return new RosterRules(
                targets,
                people,
                book,
                SiteTargets.directoryLeads(configuration),
                configuration.run().completeMembers());
    }

    AccountBook accountRecords(Run run) {
        int context = configuration.groupware().map(GroupwareSettings::context).orElse(0);
        return new LedgerAccounts(state.ledger(), configuration.source(), run.id(), context);
    }

    AccountRules accounts(RosterRules rosters, AccountBook book) {
        return new AccountRules(
                rosters,
                book,
                new AccountRules.House(
                        templates,
                        configuration.siteKey(),
                        configuration.feed().accounts().defaults(),
                        configuration.accountAccess().logins(),
                        choices.adopt()));
    }

    @Override
    public void close() {
        fanOut.close();
        targets.close();
        vertx.close();
        state.close();
    }

    private PlanningRules rules(Feed feed) {
        return SiteRules.planning(
                configuration,
                templates,
                targets,
                choices.adopt(),
                feed.columns(),
                SiteTargets.directoryLeads(configuration));
    }
}
