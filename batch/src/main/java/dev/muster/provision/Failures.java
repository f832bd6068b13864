package dev.muster.provision;

import java.util.ArrayList;
import java.util.List;

/** Collects what went wrong side by side, so that no failure hides another. For one thread. */
final class Failures {
    private final List<RuntimeException> all = new ArrayList<>();

    void add(RuntimeException failed) {
        all.add(failed.getCause() instanceof RuntimeException cause ? cause : failed);
    }

    /** Throws the first with the others suppressed in it; does nothing if there is none. */
    void raise() {
        if (all.isEmpty()) {
            return;
        }
        RuntimeException first = all.get(0);
        all.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
        throw first;
    }
}
