package dev.muster.config;

import dev.muster.model.MailboxRight;
import dev.muster.model.MailboxRole;
import dev.muster.model.MailboxRoles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The roles that members of shared mail accounts can have.
 *
 * @param roles those of the house, and those that the site made of rights
 * @param usual what a member is who is given without a role
 */
public record RoleSettings(MailboxRoles roles, MailboxRole usual) {
    /** What a feed can write into a cell beside a name. */
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}";

    static RoleSettings of(Section section) {
        MailboxRoles roles = roles(section.section("roles"));
        String name = section.text("role", MailboxRole.AGENT.id());
        return new RoleSettings(
                roles,
                roles.of(name)
                        .orElseThrow(() -> section.fault(
                                "role",
                                "is '" + name + "', which is no role" + Nearest.among(name, roles.ids())
                                        + ". Known are " + String.join(", ", roles.ids()) + ".")));
    }

    private static MailboxRoles roles(Section section) {
        List<MailboxRole> roles = new ArrayList<>();
        for (String name : section.keys()) {
            roles.add(role(section, name));
            try {
                MailboxRoles.of(roles);
            } catch (IllegalArgumentException known) {
                throw section.fault(name, "cannot be: " + known.getMessage() + " Choose another name.");
            }
        }
        return MailboxRoles.of(roles);
    }

    private static MailboxRole role(Section section, String name) {
        if (!name.matches(NAME)) {
            throw section.fault(
                    name, "cannot be the name of a role; letters, digits, space, '.', '_' and '-' can be in it.");
        }
        Set<MailboxRight> rights = new LinkedHashSet<>();
        section.list(name, List.of()).forEach(words -> rights.add(right(section, name, words)));
        try {
            return new MailboxRole(name, rights);
        } catch (IllegalArgumentException unfit) {
            throw section.fault(name, "cannot be: " + unfit.getMessage());
        }
    }

    private static MailboxRight right(Section section, String role, String words) {
        List<String> known =
                Stream.of(MailboxRight.values()).map(MailboxRight::words).toList();
        return MailboxRight.of(words)
                .orElseThrow(() -> section.fault(
                        role,
                        "has '" + words + "', which is no right" + Nearest.among(MailboxRight.plain(words), known)
                                + ". Known are " + String.join(", ", known) + "."));
    }
}
