package dev.muster.legacy;

import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.KnownNumbers;
import dev.muster.model.ObjectKey;
import dev.muster.model.Origin;
import dev.muster.model.TargetName;
import dev.muster.model.TargetPlan;
import dev.muster.model.TargetState;
import dev.muster.model.UserName;
import dev.muster.plan.ObjectPlan;
import dev.muster.provision.Journey;
import dev.muster.site.ExitStatus;
import dev.muster.site.Refusal;
import dev.muster.site.RefusalException;
import dev.muster.target.Target;
import dev.muster.target.TargetException;
import dev.muster.target.imap.ImapSettings.OnDelete;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes one person away, whole, half made or half deleted. Used once. */
final class PersonDeletion {
    private static final String GO_ON = "What is begun is finished by the same call, once that is mended.";

    private final LegacySite site;
    private final UserName name;
    private final ObjectKey key;

    PersonDeletion(LegacySite site, UserName name) {
        this.site = site;
        this.name = name;
        this.key = ObjectKey.user(name);
    }

    /** @return what was done, and what the administrator has to know */
    String delete() {
        requireUnguarded();
        Map<TargetName, TargetState> states =
                site.targets().readForJoiners(List.of(key)).getOrDefault(key, Map.of());
        if (!isThere(states)) {
            return forgotten();
        }
        Optional<String> keptFor = keepsMailbox() ? Optional.of(keyValue(states)) : Optional.empty();
        TargetPlan.Delete deletion = new TargetPlan.Delete(key, Origin.wholeFile("deluser"), numbers(states), false);
        site.claims().leave(name, keptFor);
        Journey journey = apply(ObjectPlan.deletion(deletion, site.targets().written()));
        site.claims().giveUp(name, keptFor);
        String done = "User " + name + " deleted from " + PersonMaking.names(left(journey)) + ".";
        return String.join(" ", done, String.join(" ", journey.notes())).strip();
    }

    /**
     * An earlier call may have done it all, and been killed before it could forget her.
     *
     * @throws RefusalException CONFLICT if there is nothing of her
     */
    private String forgotten() {
        if (!site.claims().isLeaving(name)) {
            throw conflict("There is no user " + name + " in "
                    + PersonMaking.names(site.targets().all().keySet()) + ".");
        }
        String kept = site.claims().keptMailboxes(List.of(name)).get(name.folded());
        site.claims().giveUp(name, Optional.ofNullable(kept));
        return "User " + name + " was deleted by an earlier call. What was still recorded is forgotten now.";
    }

    private void requireUnguarded() {
        if (site.configuration().run().guarded().contains(name.folded())) {
            throw conflict("The user " + name + " is protected. Take the name off the protected list first.");
        }
        if (site.configuration().administrators().members().stream().anyMatch(this::isAdministrator)) {
            throw conflict("The user " + name + " is an administrator of this site. Take the name off"
                    + " administrators.members first.");
        }
    }

    private boolean isAdministrator(String member) {
        String folded = member.toLowerCase(Locale.ROOT);
        return folded.equals(name.folded()) || folded.startsWith("uid=" + name.folded() + ",");
    }

    private boolean isThere(Map<TargetName, TargetState> states) {
        return states.values().stream().anyMatch(state -> !(state instanceof TargetState.Absent))
                || hasMailboxToRemove();
    }

    /** What an earlier call may have left, where nobody else knows her any more. */
    private boolean hasMailboxToRemove() {
        Target mail = site.targets().all().get(TargetName.IMAP);
        return mail != null
                && onDelete().filter(OnDelete.Purge.class::isInstance).isPresent()
                && mail.read(List.of(key)).get(key) instanceof TargetState.Present;
    }

    private static RefusalException conflict(String message) {
        return new RefusalException(ExitStatus.CONFLICT, message + " Nothing was touched.");
    }

    /** Whoever has lost her login in the groupware is found by the number that was claimed for her. */
    private KnownNumbers numbers(Map<TargetName, TargetState> states) {
        if (states.get(TargetName.GROUPWARE) instanceof TargetState.Present there) {
            return new KnownNumbers(
                    0,
                    there.values(Field.USER_ID).stream()
                            .findFirst()
                            .map(Long::parseLong)
                            .orElse(0L));
        }
        boolean lost = states.get(TargetName.GROUPWARE) instanceof TargetState.Absent;
        return new KnownNumbers(
                0, lost ? site.claims().of(name).map(Claims::userId).orElse(0L) : 0);
    }

    private Journey apply(ObjectPlan plan) {
        try {
            Journey journey = site.apply(plan);
            if (!journey.succeeded()) {
                throw Problems.refusal(journey.problems(), GO_ON);
            }
            return journey;
        } catch (TargetException away) {
            Refusal refusal = Refusal.of(away);
            throw new RefusalException(refusal.status(), refusal.message() + " " + GO_ON);
        }
    }

    private Set<TargetName> left(Journey journey) {
        Set<TargetName> left = new TreeSet<>(journey.plan().targets());
        if (keepsMailbox()) {
            left.remove(TargetName.IMAP);
        }
        return left;
    }

    private boolean keepsMailbox() {
        return onDelete().filter(OnDelete.Keep.class::isInstance).isPresent();
    }

    private Optional<OnDelete> onDelete() {
        return site.configuration().imap().map(imap -> imap.onDelete());
    }

    private static String keyValue(Map<TargetName, TargetState> states) {
        return states.get(TargetName.LDAP) instanceof TargetState.Present present
                ? present.values(Field.KEY).stream().findFirst().orElse("")
                : "";
    }
}
