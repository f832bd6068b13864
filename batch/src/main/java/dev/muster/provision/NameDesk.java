package dev.muster.provision;

import dev.muster.model.Claims;
import dev.muster.model.DriveName;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.TargetState;
import dev.muster.model.UserDraft;
import dev.muster.model.UserName;
import dev.muster.plan.Situation;
import dev.muster.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Gives user names and addresses to people who bring none: the first candidate that no claim and no target knows. Works
 * through a chunk in rounds, so that a collision costs a round and not a query per person.
 */
final class NameDesk {
    private final Templates templates;
    private final Targets targets;
    private final ClaimBook book;
    private final ReservedNames reserved;

    NameDesk(Templates templates, Targets targets, ClaimBook book, ReservedNames reserved) {
        this.reserved = reserved;
        this.templates = templates;
        this.targets = targets;
        this.book = book;
    }

    /** A name for every draft, in row order; a draft whose candidates are exhausted is missing. */
    Map<UserDraft, UserName> userNames(List<UserDraft> drafts) {
        return choose(drafts, this::userNames, this::takenNames);
    }

    /** A primary address for every named draft; likewise. */
    Map<UserDraft, MailAddress> addresses(Map<UserDraft, UserName> names) {
        return choose(List.copyOf(names.keySet()), draft -> addresses(draft, name(names, draft)), this::takenAddresses);
    }

    /** A name for the drive folder of everybody who is to get one; namesakes are numbered in row order. */
    Map<UserDraft, DriveName> drives(List<Situation> joiners) {
        Map<UserDraft, DriveName> chosen = new LinkedHashMap<>();
        if (joiners.isEmpty()) {
            return chosen;
        }
        Set<DriveName> inUse = targets.drives();
        Set<String> wanted =
                joiners.stream().map(each -> wanted(each).foldedBase()).collect(Collectors.toSet());
        Map<String, Integer> last = new HashMap<>(book.lastDrives(wanted));
        for (Situation joiner : joiners) {
            DriveName name = wanted(joiner);
            Integer before = last.get(name.foldedBase());
            name = before == null ? name : new DriveName(name.base(), before + 1);
            while (inUse.contains(name)) {
                name = name.next();
            }
            last.put(name.foldedBase(), name.number());
            chosen.put(joiner.draft(), name);
        }
        return chosen;
    }

    private static DriveName wanted(Situation joiner) {
        return DriveName.of(joiner.spec().displayName());
    }

    /** What a row says itself stands; what is generated keeps clear of what other rows say. */
    private Iterator<UserName> userNames(UserDraft draft) {
        Iterator<UserName> candidates = templates.userNames(draft);
        return draft.first(Field.USERNAME).isPresent() ? candidates : without(candidates, reserved::isUserName);
    }

    /** Her own aliases are reserved too, and may well be her primary address. */
    private Iterator<MailAddress> addresses(UserDraft draft, UserName name) {
        Iterator<MailAddress> candidates = templates.addresses(draft, name);
        if (draft.first(Field.MAIL).isPresent()) {
            return candidates;
        }
        List<MailAddress> own = draft.values().getOrDefault(Field.ALIAS, List.of()).stream()
                .map(MailAddress::of)
                .toList();
        return without(candidates, address -> reserved.isAddress(address) && !own.contains(address));
    }

    private static <T> Iterator<T> without(Iterator<T> candidates, Predicate<T> unwanted) {
        Stream<T> all =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(candidates, Spliterator.ORDERED), false);
        return all.filter(unwanted.negate()).iterator();
    }

    private static UserName name(Map<UserDraft, UserName> names, UserDraft draft) {
        UserName name = names.get(draft);
        if (name == null) {
            throw new IllegalStateException("No name for " + draft.origin() + ".");
        }
        return name;
    }

    /** A draft with a single candidate said it itself: it gets it, and conflicts are found later with their reason. */
    private <T> Map<UserDraft, T> choose(
            List<UserDraft> drafts, Function<UserDraft, Iterator<T>> candidates, Function<Set<T>, Set<T>> takenOf) {
        Map<UserDraft, T> chosen = new LinkedHashMap<>();
        Set<T> used = new HashSet<>();
        Map<UserDraft, Iterator<T>> open = new LinkedHashMap<>();
        Map<UserDraft, T> turn = new LinkedHashMap<>();
        for (UserDraft draft : drafts) {
            Iterator<T> each = candidates.apply(draft);
            if (!each.hasNext()) {
                continue;
            }
            T first = each.next();
            if (each.hasNext()) {
                open.put(draft, each);
                turn.put(draft, first);
            } else {
                chosen.put(draft, first);
                used.add(first);
            }
        }
        while (!turn.isEmpty()) {
            Set<T> taken = takenOf.apply(new HashSet<>(turn.values()));
            turn = round(turn, taken, used, chosen, open);
        }
        return chosen;
    }

    /** Gives out what is free and draws the next candidate for everybody else. */
    private static <T> Map<UserDraft, T> round(
            Map<UserDraft, T> turn,
            Set<T> taken,
            Set<T> used,
            Map<UserDraft, T> chosen,
            Map<UserDraft, Iterator<T>> open) {
        Map<UserDraft, T> next = new LinkedHashMap<>();
        turn.forEach((draft, candidate) -> {
            Iterator<T> rest = open.getOrDefault(draft, List.<T>of().iterator());
            if (!taken.contains(candidate) && used.add(candidate)) {
                chosen.put(draft, candidate);
            } else if (rest.hasNext()) {
                next.put(draft, rest.next());
            }
        });
        return next;
    }

    private Set<UserName> takenNames(Set<UserName> names) {
        Set<UserName> taken = new HashSet<>(book.taken(names));
        List<ObjectKey> keys = names.stream().map(ObjectKey::user).toList();
        targets.readForJoiners(keys).forEach((key, states) -> {
            if (states.values().stream().anyMatch(TargetState.Present.class::isInstance)) {
                taken.add(key.userName());
            }
        });
        return taken;
    }

    private Set<MailAddress> takenAddresses(Set<MailAddress> addresses) {
        Set<MailAddress> taken = new HashSet<>();
        book.holding(addresses).stream().map(Claims::mail).forEach(taken::add);
        Map<String, MailAddress> byFolded = new HashMap<>();
        addresses.forEach(address -> byFolded.put(address.folded(), address));
        targets.holdersOf(new ArrayList<>(addresses)).forEach(holder -> {
            MailAddress address = byFolded.get(holder.held());
            if (address != null) {
                taken.add(address);
            }
        });
        return taken;
    }
}
