package dev.muster.config;

import dev.muster.model.Field;
import dev.muster.plan.Policy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * How a run goes about its work.
 *
 * @param chunk rows per chunk
 * @param partitions chunks that are applied at the same time
 * @param failures how many objects may fail before a run stops
 * @param rejectedPercent how many of a hundred rows may be rejected
 * @param rejectedFrom how many rows a feed must have for that
 * @param guarded folded user names that no feed may touch
 * @param policies configured column policies
 * @param reports the folder that reports and reject files go to
 * @param completeMembers whether feeds name every member of their groups
 */
public record RunSettings(
        int chunk,
        int partitions,
        int failures,
        int rejectedPercent,
        int rejectedFrom,
        Set<String> guarded,
        Map<Field, Policy> policies,
        Path reports,
        boolean completeMembers) {}
