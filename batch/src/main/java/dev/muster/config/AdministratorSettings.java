package dev.muster.config;

import java.util.List;

/**
 * Who may call the legacy commands.
 *
 * @param dn the pattern of an administrator's DN; {@code {username}} stands for her short name
 * @param members short names or DNs; empty = nobody
 */
public record AdministratorSettings(String dn, List<String> members) {
    public AdministratorSettings {
        members = List.copyOf(members);
    }

    static AdministratorSettings of(Section section, String baseDn) {
        return new AdministratorSettings(
                section.text("dn", "uid={username}," + baseDn), section.list("members", List.of()));
    }
}
