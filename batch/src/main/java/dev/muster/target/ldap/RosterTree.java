package dev.muster.target.ldap;

import java.util.List;

/**
 * Where groups and resources are in the directory, and of what classes. Group entries are posixGroups whose
 * {@code memberUid}s are user names; a resource group's {@code resourceGroupMember}s are resource names.
 *
 * @param groupBase below which groups are made and looked up
 * @param resourceBase below which resources and their groups are made and looked up
 * @param groupClasses the object classes of a new group; posixGroup has to be among them
 * @param resourceClasses those of a new resource; OXResourceObject has to be among them
 * @param resourceGroupClasses those of a new resource group; OXResourceGroupObject has to be among them
 */
public record RosterTree(
        String groupBase,
        String resourceBase,
        List<String> groupClasses,
        List<String> resourceClasses,
        List<String> resourceGroupClasses) {
    static final String GROUP = "posixGroup";
    static final String RESOURCE = "OXResourceObject";
    static final String RESOURCE_GROUP = "OXResourceGroupObject";

    public RosterTree {
        groupClasses = List.copyOf(groupClasses);
        resourceClasses = List.copyOf(resourceClasses);
        resourceGroupClasses = List.copyOf(resourceGroupClasses);
    }

    /** {@code ou=groups} and {@code ou=ResourceObjects} below the suffix. */
    public static RosterTree defaults(String baseDn) {
        return new RosterTree(
                "ou=groups," + baseDn,
                "ou=ResourceObjects," + baseDn,
                List.of(GROUP),
                List.of(RESOURCE),
                List.of(RESOURCE_GROUP));
    }
}
