package dev.muster.provision;

import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.RosterClaims;
import dev.muster.model.RosterState;
import dev.muster.model.TargetName;
import dev.muster.provision.RosterRoom.View;
import dev.muster.target.NumberSource.Counter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives numbers to groups and resources: those by which a target knows them, else the claimed ones, else new ones,
 * reserved for the whole chunk at once.
 */
final class RosterNumbers {
    private final RosterRules rules;

    RosterNumbers(RosterRules rules) {
        this.rules = rules;
    }

    Map<ObjectKey, RosterClaims> number(List<ObjectKey> keys, View view) {
        Numbers gidNumbers = new Numbers(TargetName.LDAP, Field.GID_NUMBER, view);
        Numbers principalIds = new Numbers(TargetName.GROUPWARE, Field.PRINCIPAL_ID, view);
        gidNumbers.reserve(Counter.GID_NUMBER, keys);
        principalIds.reserve(Counter.PRINCIPAL_ID, keys);
        Map<ObjectKey, RosterClaims> claims = new HashMap<>();
        keys.forEach(key -> claims.put(
                key,
                new RosterClaims(
                        gidNumbers.of(key, view.claimsOf(key).gidNumber()),
                        principalIds.of(key, view.claimsOf(key).principalId()))));
        return claims;
    }

    private final class Numbers {
        private final TargetName target;
        private final Field field;
        private final View view;
        private long next;

        Numbers(TargetName target, Field field, View view) {
            this.target = target;
            this.field = field;
            this.view = view;
        }

        void reserve(Counter counter, List<ObjectKey> keys) {
            int count = Math.toIntExact(keys.stream().filter(this::lacking).count());
            next = count == 0 ? 0 : rules.rosters().reserve(counter, count);
        }

        long of(ObjectKey key, long claimed) {
            if (lacking(key)) {
                return next == 0 ? 0 : next++;
            }
            return known(key) == 0 ? claimed : known(key);
        }

        private boolean lacking(ObjectKey key) {
            long claimed = field.equals(Field.GID_NUMBER)
                    ? view.claimsOf(key).gidNumber()
                    : view.claimsOf(key).principalId();
            boolean wanted = rules.writing(key.kind()).stream()
                    .anyMatch(roster -> roster.name() == target && roster.keeps(key.kind(), field));
            return wanted && claimed == 0 && known(key) == 0;
        }

        private long known(ObjectKey key) {
            return view.of(key).get(target) instanceof RosterState.Present present
                    ? present.first(field).map(Long::parseLong).orElse(0L)
                    : 0;
        }
    }
}
