package dev.muster.model;

import java.util.List;

/** What one target is to do for one object. Applying any of them twice has the effect of applying it once. */
public sealed interface TargetPlan {
    ObjectKey key();

    /** Where the wish comes from, for messages. */
    Origin origin();

    /** Those of a kind, in their order. */
    static <T extends TargetPlan> List<T> only(Class<T> kind, List<? extends TargetPlan> plans) {
        return plans.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** A plan that has a wanted object behind it. */
    sealed interface Specified extends TargetPlan {
        UserSpec spec();

        Claims claims();

        @Override
        default ObjectKey key() {
            return spec().key();
        }

        @Override
        default Origin origin() {
            return spec().origin();
        }
    }

    /** Make the object whole: all of it, or what is missing of it where a part is there already as claimed. */
    record Create(UserSpec spec, Claims claims) implements Specified {}

    /** Change these fields of an existing object and nothing else. */
    record Change(UserSpec spec, Claims claims, List<FieldChange> changes) implements Specified {
        public Change {
            changes = List.copyOf(changes);
        }
    }

    /** A plan against whoever has the name, whole or half made; where nobody has it, it is done. */
    sealed interface Leaving extends TargetPlan {
        KnownNumbers numbers();
    }

    /** Say whether this could be done, and touch nothing. */
    record Examine(Delete deletion) implements Leaving {
        @Override
        public ObjectKey key() {
            return deletion.key();
        }

        @Override
        public Origin origin() {
            return deletion.origin();
        }

        @Override
        public KnownNumbers numbers() {
            return deletion.numbers();
        }
    }

    /** Let nobody in any more; everything stays as it is. */
    record Disable(ObjectKey key, Origin origin, KnownNumbers numbers) implements Leaving {}

    /**
     * Take the object away, and all that refers to it.
     *
     * @param undo whether this takes back a creation that failed elsewhere: then nothing is handed on to others, and the
     *     mailbox goes whatever the policy says, unless there is mail in it
     */
    record Delete(ObjectKey key, Origin origin, KnownNumbers numbers, boolean undo) implements Leaving {
        /** Takes back what a creation did, or part of it. */
        public static Delete undoing(Specified made) {
            Claims claims = made.claims();
            KnownNumbers numbers = new KnownNumbers(claims.uidNumber(), claims.userId());
            return new Delete(made.key(), made.origin(), numbers, true);
        }
    }
}
