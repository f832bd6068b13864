package dev.muster.input;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import java.util.Collection;

/** What the rows under a header are about: the header's names tell. */
enum Subject {
    PEOPLE,
    /** Groups, resources and resource groups. */
    ROSTERS,
    /** Shared mail accounts. */
    ACCOUNTS;

    static Subject of(Collection<Field> header) {
        if (header.contains(AccountColumns.NAME)) {
            return ACCOUNTS;
        }
        return header.stream().anyMatch(RosterColumns::isName) ? ROSTERS : PEOPLE;
    }

    /** Whether a row can be about such an object, as far as the header tells. */
    boolean mayHold(ObjectKey.Kind kind, Collection<Field> header) {
        return switch (this) {
            case PEOPLE -> kind == ObjectKey.Kind.USER;
            case ROSTERS -> kind.isRoster() && header.contains(RosterColumns.name(kind));
            case ACCOUNTS -> kind == ObjectKey.Kind.ACCOUNT;
        };
    }

    /** What came of a row under such a header. */
    FeedRow finish(Row row) {
        return switch (this) {
            case PEOPLE -> row.person();
            case ROSTERS -> row.roster();
            case ACCOUNTS -> row.account();
        };
    }
}
