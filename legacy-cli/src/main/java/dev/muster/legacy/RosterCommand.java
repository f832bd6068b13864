package dev.muster.legacy;

/**
 * One of the commands for groups and resources. They claim nothing in the state store: of two calls, or a call and an
 * import, that make the same one at the same time, the directory (of resources the groupware) refuses the second.
 */
interface RosterCommand extends LegacyCommand {
    @Override
    default boolean needsStateStore() {
        return false;
    }
}
