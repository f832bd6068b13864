package dev.muster.config;

import dev.muster.input.AccountTerms;
import dev.muster.input.ColumnSettings;
import dev.muster.input.FeedSettings;
import dev.muster.model.Field;
import dev.muster.model.SiteKey;
import dev.muster.plan.Policy;
import dev.muster.target.FollowUps;
import dev.muster.target.groupware.GroupwareSettings;
import dev.muster.target.imap.ImapSettings;
import dev.muster.target.ldap.LdapSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The configuration of a site, read once and valid. Every key is looked at while loading, so that a misspelt one stops
 * the start instead of being ignored. Immutable afterwards.
 */
public final class Configuration {
    private final Path file;
    private final Map<String, String> effective = new TreeMap<>();
    private final String source;
    private final SiteKey siteKey;
    private final Path templates;
    private final StateSettings state;
    private final Optional<LdapSettings> ldap;
    private final Optional<GroupwareSettings> groupware;
    private final Optional<ImapSettings> imap;
    private final FollowUps followUps;
    private final FeedSettings feed;
    private final RunSettings run;
    private final AdministratorSettings administrators;
    private final RoleSettings roles;
    private final AccountAccess accountAccess;

    private Configuration(Path file) {
        this.file = file;
        Section root = new Section("", file, YamlFile.read(file), effective);
        source = root.text("source");
        siteKey = siteKey(root);
        templates = root.path("templates", "templates");
        state = state(root.section("state"));
        ldap = TargetSections.ldap(root);
        groupware = TargetSections.groupware(root);
        imap = TargetSections.imap(root);
        followUps = FollowUpSections.of(root);
        roles = RoleSettings.of(root.section("accounts"));
        feed = feed(root.section("feed"), required()).withAccounts(accounts(root.section("accounts")));
        run = run(root);
        administrators = AdministratorSettings.of(
                root.section("administrators"),
                ldap.map(settings -> settings.tree().baseDn()).orElse(""));
        accountAccess = AccountAccess.of(root.section("accounts"));
        refuseUnknown(root);
    }

    /**
     * Reads the configuration: the given file, else {@code $MUSTER_CONFIG}, else {@code ./muster.yaml}, else {@code
     * /etc/muster/muster.yaml}.
     *
     * @throws ConfigurationException if there is none, or it is not valid
     */
    public static Configuration load(Optional<Path> given) {
        return new Configuration(given.or(Configuration::fromEnvironment)
                .or(() -> existing("muster.yaml"))
                .or(() -> existing("/etc/muster/muster.yaml"))
                .orElseThrow(() -> new ConfigurationException(
                        "There is no configuration: neither --config, nor $MUSTER_CONFIG, nor ./muster.yaml, nor"
                                + " /etc/muster/muster.yaml. samples/servers/README.md shows a complete one.")));
    }

    public Path file() {
        return file;
    }

    /** Every key with the value in force, defaults included, secrets masked; sorted. */
    public Map<String, String> effective() {
        return new TreeMap<>(effective);
    }

    public String source() {
        return source;
    }

    public SiteKey siteKey() {
        return siteKey;
    }

    public Path templates() {
        return templates;
    }

    public StateSettings state() {
        return state;
    }

    /** Empty: {@code ldap.mode: off}. */
    public Optional<LdapSettings> ldap() {
        return ldap;
    }

    public Optional<GroupwareSettings> groupware() {
        return groupware;
    }

    public Optional<ImapSettings> imap() {
        return imap;
    }

    /** Which commands hear of what was written. */
    public FollowUps followUps() {
        return followUps;
    }

    /** How feeds are read, before the templates add what languages and styles there are. */
    public FeedSettings feed() {
        return feed;
    }

    public RunSettings run() {
        return run;
    }

    /** Who may call the legacy commands. */
    public AdministratorSettings administrators() {
        return administrators;
    }

    /** The roles that members of shared mail accounts can have. */
    public RoleSettings roles() {
        return roles;
    }

    /** How members get at shared accounts. */
    public AccountAccess accountAccess() {
        return accountAccess;
    }

    private static Optional<Path> fromEnvironment() {
        return Optional.ofNullable(System.getenv("MUSTER_CONFIG")).map(Path::of);
    }

    private static Optional<Path> existing(String name) {
        return Optional.of(Path.of(name)).filter(Files::isReadable);
    }

    private static SiteKey siteKey(Section root) {
        try {
            return new SiteKey(
                    Base64.getMimeDecoder().decode(root.secret("siteKey").reveal()));
        } catch (IllegalArgumentException unusable) {
            throw root.fault(
                    "siteKeyFile", "names no site key: base64 of 32 random bytes is wanted (openssl rand -base64 32).");
        }
    }

    private static StateSettings state(Section section) {
        return new StateSettings(section.text("url"), section.text("user"), section.secret("password"));
    }

    /** Where the directory leads, it knows what a feed need not say. */
    private Set<Field> required() {
        boolean reads = ldap.filter(settings -> settings.mode() == LdapSettings.Mode.READ)
                .isPresent();
        return reads ? Set.of() : ColumnSettings.defaults().required();
    }

    private AccountTerms accounts(Section section) {
        return new AccountTerms(roles.roles(), AccountSections.defaults(section, roles.usual()));
    }

    private static FeedSettings feed(Section section, Set<Field> required) {
        Map<String, Field> mapping = new HashMap<>();
        section.map("mapping")
                .forEach((column, field) -> mapping.put(column, FieldNames.field(section, "mapping", field)));
        ColumnSettings house = ColumnSettings.defaults();
        ColumnSettings columns = new ColumnSettings(
                mapping,
                section.choice("unknownColumns", ColumnSettings.UnknownColumns.class, house.unknown()),
                section.text("separator", house.separator()),
                section.text("clearingToken", house.clearingToken()),
                FieldNames.field(section, "key", section.text("key", house.key().name())),
                house.namePattern(),
                required(section, required));
        return FeedSettings.defaults()
                .withColumns(columns)
                .withFormat(FeedSections.format(section))
                .withValues(FeedSections.values(section, FeedSettings.defaults().values()));
    }

    private static Set<Field> required(Section section, Set<Field> house) {
        Set<Field> fields = new HashSet<>();
        section.list("required", house.stream().map(Field::name).toList())
                .forEach(name -> fields.add(FieldNames.field(section, "required", name)));
        return fields;
    }

    private static RunSettings run(Section root) {
        Section limits = root.section("limits");
        Map<Field, Policy> policies = new HashMap<>();
        root.map("policies")
                .forEach((field, word) -> policies.put(FieldNames.field(root, "policies", field), policy(root, word)));
        Set<String> guarded = new HashSet<>();
        root.list("protected", List.of("oxadmin", "mailadmin", "root"))
                .forEach(name -> guarded.add(name.toLowerCase(Locale.ROOT)));
        return new RunSettings(
                limits.count("chunk", 250),
                limits.count("partitions", 4),
                limits.number("failures", 1000),
                limits.number("rejectedPercent", 20),
                limits.number("rejectedFrom", 100),
                guarded,
                policies,
                root.path("reports", "muster-reports"),
                root.section("feed").flag("completeMembers", false));
    }

    private static Policy policy(Section root, String word) {
        for (Policy policy : Policy.values()) {
            if (policy.name().equalsIgnoreCase(word)) {
                return policy;
            }
        }
        throw root.fault("policies", "has '" + word + "'; one of create, always, ensure is wanted.");
    }

    private void refuseUnknown(Section root) {
        List<String> unknown = root.unknown();
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(file + ": " + String.join(" ", unknown));
        }
    }
}
