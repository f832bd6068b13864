package dev.muster.model;

import java.util.List;

/** What one target is to do for one object. Applying any of them twice has the effect of applying it once. */
public sealed interface TargetPlan {
    ObjectKey key();

    UserSpec spec();

    Claims claims();

    /** Make the object whole: all of it, or what is missing of it where a part is there already as claimed. */
    record Create(UserSpec spec, Claims claims) implements TargetPlan {
        @Override
        public ObjectKey key() {
            return spec.key();
        }
    }

    /** Change these fields of an existing object and nothing else. */
    record Change(UserSpec spec, Claims claims, List<FieldChange> changes) implements TargetPlan {
        public Change {
            changes = List.copyOf(changes);
        }

        @Override
        public ObjectKey key() {
            return spec.key();
        }
    }
}
