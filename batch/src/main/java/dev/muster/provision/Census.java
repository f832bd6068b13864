package dev.muster.provision;

import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import dev.muster.plan.Holdings;
import dev.muster.plan.Situation;
import dev.muster.target.HolderSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out who holds the addresses and keys that a chunk of people wants. */
final class Census {
    private final Targets targets;
    private final ClaimBook book;

    Census(Targets targets, ClaimBook book) {
        this.targets = targets;
        this.book = book;
    }

    Holdings of(List<Situation> situations) {
        Set<MailAddress> addresses = new HashSet<>();
        Set<String> keys = new HashSet<>();
        situations.forEach(situation -> {
            addresses.addAll(situation.spec().addresses());
            situation.spec().first(Field.KEY).ifPresent(keys::add);
        });
        Map<String, List<Holdings.Holder>> byAddress = new HashMap<>();
        targets.holdersOf(addresses).forEach(holder -> add(byAddress, holder));
        book.holding(addresses)
                .forEach(claims -> byAddress
                        .computeIfAbsent(claims.mail().folded(), any -> new ArrayList<>())
                        .add(new Holdings.Holder(claims.userName().value(), "claimed for " + claims.identity(), true)));
        Map<String, List<Holdings.Holder>> byKey = new HashMap<>();
        targets.holdersOfKeys(keys).forEach(holder -> add(byKey, holder));
        return new Holdings(byAddress, byKey, book.keptMailboxes(names(situations)));
    }

    private static List<UserName> names(List<Situation> situations) {
        return situations.stream().map(situation -> situation.spec().userName()).toList();
    }

    private static void add(Map<String, List<Holdings.Holder>> holders, HolderSearch.Holder holder) {
        holders.computeIfAbsent(holder.held(), any -> new ArrayList<>())
                .add(new Holdings.Holder(holder.name(), holder.target().toString(), holder.user()));
    }
}
