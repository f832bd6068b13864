package dev.muster.site;

import dev.muster.config.Configuration;
import dev.muster.input.FeedSettings;
import dev.muster.input.PasswordReferences;
import dev.muster.input.ValueRules;
import dev.muster.model.Field;
import dev.muster.model.Vocabulary;
import dev.muster.plan.ColumnPolicies;
import dev.muster.plan.Conflicts;
import dev.muster.plan.Planner;
import dev.muster.provision.PlanningRules;
import dev.muster.provision.Targets;
import dev.muster.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What reading and planning go by at a site. */
public final class SiteRules {
    private SiteRules() {}

    /** How a feed is read: the configuration, and the languages and styles that the templates know. */
    public static FeedSettings feed(Configuration configuration, Templates templates, PasswordReferences references) {
        FeedSettings settings = configuration.feed();
        ValueRules values = settings.values();
        requireLanguage(configuration, templates);
        return settings.withColumns(settings.columns().withNamePattern(new ArrayList<>(templates.nameFields())))
                .withValues(new ValueRules(
                        templates.languages(), templates.styles(), values.invalid(), values.lenientLdif(), references));
    }

    private static void requireLanguage(Configuration configuration, Templates templates) {
        configuration
                .feed()
                .accounts()
                .defaults()
                .language()
                .filter(language -> templates.locale(language).isEmpty())
                .ifPresent(unknown -> {
                    throw new RefusalException(
                            ExitStatus.CONFIGURATION,
                            configuration.file() + ": accounts.language is '" + unknown
                                    + "', which no template knows. Known are "
                                    + String.join(", ", templates.languages()) + ".");
                });
    }

    /**
     * How people are planned.
     *
     * @param adopt by which fields existing people are taken over
     * @param columns the fields that the feed has a column for; empty where there is none
     * @param directoryLeads whether the directory is the source of the person
     */
    public static PlanningRules planning(
            Configuration configuration,
            Templates templates,
            Targets targets,
            Set<String> adopt,
            Set<Field> columns,
            boolean directoryLeads) {
        return new PlanningRules(
                configuration.source(),
                configuration.siteKey(),
                templates,
                new Planner(new ColumnPolicies(configuration.run().policies(), columns), targets.written()),
                new Conflicts(adopt, configuration.run().guarded(), targets.written()),
                directoryLeads,
                houseValues(configuration));
    }

    /** The attributes that Muster itself gives to everybody alike. */
    private static Map<Field, String> houseValues(Configuration configuration) {
        Map<Field, String> values = new HashMap<>();
        configuration
                .ldap()
                .ifPresent(ldap -> ldap.person().patterns().forEach((attribute, pattern) -> {
                    if (pattern.indexOf('{') < 0) {
                        values.put(field(attribute), pattern);
                    }
                }));
        return values;
    }

    private static Field field(String attribute) {
        return Vocabulary.wordOfAttribute(attribute).map(Vocabulary.Word::field).orElseGet(() -> Field.of(attribute));
    }
}
