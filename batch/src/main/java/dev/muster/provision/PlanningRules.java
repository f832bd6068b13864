package dev.muster.provision;

import dev.muster.model.Field;
import dev.muster.model.SiteKey;
import dev.muster.plan.Conflicts;
import dev.muster.plan.Planner;
import dev.muster.template.Templates;
import java.util.Map;

/**
 * What planning goes by in one run.
 *
 * @param source the name of the feed's source
 * @param siteKey the key that passwords and digests are derived from
 * @param templates names, defaults, folder sets
 * @param planner compares
 * @param conflicts judges
 * @param directoryLeads whether the directory is the source of the person ({@code ldap.mode: read})
 * @param houseValues what the directory says of everybody, and thus of nobody: it stands back behind other defaults
 */
public record PlanningRules(
        String source,
        SiteKey siteKey,
        Templates templates,
        Planner planner,
        Conflicts conflicts,
        boolean directoryLeads,
        Map<Field, String> houseValues) {
    public PlanningRules {
        houseValues = Map.copyOf(houseValues);
    }
}
