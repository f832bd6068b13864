package dev.muster.provision;

import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.target.HolderSearch.Holder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who holds the addresses that a chunk of shared accounts wants. Used once. */
final class AddressDesk {
    private static final String ROWS = "shared mail account ";
    private static final String ENTRY = "functional account ";

    /**
     * Somebody who has an address that an account wants.
     *
     * @param who as messages name the holder
     * @param loss how the address can be taken from the holder; empty = it cannot
     */
    record Held(MailAddress address, String who, Optional<AddressLoss> loss) {}

    private final AccountRules rules;
    private final List<Holder> holders;
    private final Map<String, List<String>> claimed = new HashMap<>();
    private final Map<String, ObjectKey> accounts;
    private final Map<ObjectKey, Map<TargetName, TargetState>> states;

    AddressDesk(AccountRules rules, Collection<AccountWork> works) {
        this.rules = rules;
        Set<MailAddress> addresses = new LinkedHashSet<>();
        works.forEach(work -> addresses.addAll(work.spec().addresses()));
        holders = addresses.isEmpty() ? List.of() : rules.targets().holdersOf(addresses);
        rules.rosters()
                .people()
                .holding(addresses)
                .forEach(claims -> claimed.computeIfAbsent(claims.mail().folded(), any -> new ArrayList<>())
                        .add(claims.userName().value()));
        accounts = rules.book().holding(addresses);
        List<ObjectKey> people = holders.stream()
                .filter(Holder::user)
                .map(holder -> new ObjectKey(ObjectKey.Kind.USER, holder.name()))
                .distinct()
                .toList();
        states = people.isEmpty() ? Map.of() : rules.targets().readForJoiners(people);
    }

    /** Everybody but the account itself. */
    List<Held> of(AccountWork work) {
        List<Held> held = new ArrayList<>();
        for (MailAddress address : work.spec().addresses()) {
            holders.stream()
                    .filter(holder -> holder.held().equals(address.folded()) && !isItself(holder, address, work))
                    .forEach(holder -> held.add(held(address, holder)));
            claimed.getOrDefault(address.folded(), List.of()).stream()
                    .filter(name -> held.stream().noneMatch(one -> one.who().startsWith(name + " ")))
                    .forEach(name -> held.add(new Held(address, name + " (claimed)", Optional.empty())));
            Optional.ofNullable(accounts.get(address.folded()))
                    .filter(account -> !account.equals(work.key()))
                    .ifPresent(account -> held.add(new Held(address, account.toString(), Optional.empty())));
        }
        return held;
    }

    /** The account's own object and rows; rows that were there before it are adopted on request only. */
    private boolean isItself(Holder holder, MailAddress address, AccountWork work) {
        if (holder.user()) {
            return false;
        }
        boolean ours = work.record()
                .applied()
                .map(spec -> spec.addresses().contains(address))
                .orElse(address.equals(work.spec().primary()));
        return holder.name().equalsIgnoreCase(ENTRY + work.key().name())
                || holder.name().startsWith(ROWS) && ours;
    }

    private Held held(MailAddress address, Holder holder) {
        if (!holder.user()) {
            return new Held(address, holder.name() + " (" + holder.target() + ")", Optional.empty());
        }
        ObjectKey person = new ObjectKey(ObjectKey.Kind.USER, holder.name());
        TargetState state = states.getOrDefault(person, Map.of()).get(holder.target());
        if (state instanceof TargetState.Present present
                && present.values(Field.MAIL).size() == 1) {
            boolean primary = MailAddress.of(present.values(Field.MAIL).get(0)).equals(address);
            Optional<AddressLoss> loss = Optional.of(new AddressLoss(person, holder.target(), address, present))
                    .filter(any -> !primary && rules.targets().written().contains(holder.target()));
            String what = primary ? "primary address" : "alias";
            return new Held(address, holder.name() + " (" + holder.target() + ", " + what + ")", loss);
        }
        return new Held(address, holder.name() + " (" + holder.target() + ")", Optional.empty());
    }
}
