package dev.muster.provision;

import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.Field;
import dev.muster.model.FieldChange;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.Password;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An alias that somebody is to lose to a shared account.
 *
 * @param person who
 * @param target where
 * @param address which
 * @param state what that target holds of her
 */
record AddressLoss(ObjectKey person, TargetName target, MailAddress address, TargetState.Present state) {
    /** What the target is to do, for all addresses that the person loses there. */
    TargetPlan plan(Origin origin, Set<MailAddress> lost) {
        MailAddress mail = MailAddress.of(state.values(Field.MAIL).get(0));
        List<String> from = state.values(Field.ALIAS);
        List<String> to = from.stream()
                .filter(alias -> !lost.contains(MailAddress.of(alias)))
                .toList();
        SortedMap<Field, List<String>> values =
                new TreeMap<>(Map.of(Field.MAIL, List.of(mail.value()), Field.ALIAS, to));
        UserSpec spec = new UserSpec(
                origin, person.name(), person.userName(), values, new Password.Keep(), List.of(), Map.of());
        Claims claims = new Claims("", person.name(), person.userName(), mail, 0, number(), 0, 0, DriveName.NONE, 1);
        return new TargetPlan.Change(spec, claims, List.of(new FieldChange(Field.ALIAS, from, to)));
    }

    private long number() {
        return state.values(Field.USER_ID).stream()
                .findFirst()
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** {@code anna}, with where. */
    @Override
    public String toString() {
        return target + " alias=" + address + " of " + person.name();
    }
}
