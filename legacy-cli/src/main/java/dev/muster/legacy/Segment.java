package dev.muster.legacy;

import dev.muster.model.ObjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Calls that may be folded and done in waves (people, groups and resources, deletions) with the effect that they have one
 * after the other.
 *
 * @param calls at least one
 */
record Segment(List<ReplayCall> calls) {
    private static final int LARGEST = 5_000;

    Segment {
        calls = List.copyOf(calls);
    }

    long first() {
        return calls.get(0).ordinal();
    }

    long last() {
        return calls.get(calls.size() - 1).ordinal();
    }

    /** What may be written. */
    Source source() {
        ReplayCall only = calls.get(0);
        return only.standsAlone() ? Source.of(only.call()) : Source.ALL;
    }

    boolean standsAlone() {
        return calls.get(0).standsAlone();
    }

    /** All calls in their order, cut where one must not come before the end of what stands before it. */
    static List<Segment> of(List<ReplayCall> calls) {
        List<Segment> segments = new ArrayList<>();
        Gathering gathering = new Gathering();
        for (ReplayCall call : calls) {
            if (gathering.mustEndBefore(call)) {
                segments.add(new Segment(gathering.calls));
                gathering = new Gathering();
            }
            gathering.add(call);
        }
        if (!gathering.calls.isEmpty()) {
            segments.add(new Segment(gathering.calls));
        }
        return segments;
    }

    /** Deletions are the last wave: nothing may come behind them that needs them done, nor before what needs them undone. */
    private static final class Gathering {
        private final List<ReplayCall> calls = new ArrayList<>();
        private final Set<ObjectKey> named = new HashSet<>();
        private final Set<ObjectKey> deleted = new HashSet<>();

        boolean mustEndBefore(ReplayCall call) {
            if (calls.isEmpty()) {
                return false;
            }
            boolean alone = call.standsAlone() || calls.get(0).standsAlone();
            boolean nameMayBeFreed = call.adds() && !deleted.isEmpty();
            return alone || nameMayBeFreed || calls.size() >= LARGEST || touches(call);
        }

        private boolean touches(ReplayCall call) {
            Set<ObjectKey> both = call.deletes() ? named : deleted;
            return call.subject().filter(both::contains).isPresent()
                    || call.members().stream().anyMatch(both::contains);
        }

        void add(ReplayCall call) {
            calls.add(call);
            call.subject().ifPresent(named::add);
            named.addAll(call.members());
            if (call.deletes()) {
                call.subject().ifPresent(deleted::add);
            }
        }
    }
}
