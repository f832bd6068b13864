package dev.muster.legacy;

import dev.muster.config.Configuration;
import dev.muster.ledger.ClaimTable;
import dev.muster.legacy.overlay.Overlay;
import dev.muster.legacy.overlay.Questions;
import dev.muster.model.MailAddress;
import dev.muster.model.ObjectKey;
import dev.muster.model.UserName;
import dev.muster.site.RefusalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives the calls of a segment one after the other to their commands, which find every back-end as the calls before have
 * left it, and write nowhere. So each ends as it would alone at its place. For one thread.
 */
final class Rehearsal {
    private final LegacySite site;
    private final Overlay overlay;
    private final ReplayClaims claims;

    /** @param questions keeps what back-ends answer, or answers for them */
    Rehearsal(LegacySite site, Segment segment, Questions questions, ClaimTable table) {
        this.site = site;
        this.overlay = new Overlay(site.targets(), questions, segment.calls().size());
        this.claims = new ReplayClaims(
                table, site.configuration().source(), overlay.targets().numbers());
    }

    Overlay overlay() {
        return overlay;
    }

    ReplayClaims claims() {
        return claims;
    }

    /** Looks in bulk at what the calls are about. */
    void look(List<ReplayCall> calls) {
        List<ObjectKey> subjects = calls.stream()
                .flatMap(call -> call.subject().stream())
                .distinct()
                .toList();
        List<ObjectKey> members = calls.stream()
                .flatMap(call -> call.members().stream())
                .distinct()
                .toList();
        List<ObjectKey> rosters = new ArrayList<>(subjects);
        rosters.addAll(members);
        rosters.removeIf(key -> !key.kind().isRoster());
        List<MailAddress> addresses = calls.stream()
                .flatMap(call -> call.addresses().stream())
                .distinct()
                .toList();
        List<ObjectKey> people = named(subjects);
        overlay.look(new Overlay.Wanted(
                people, named(members), rosters.stream().distinct().toList(), addresses));
        claims.look(people.stream().map(ObjectKey::userName).toList(), addresses);
    }

    /** Those that can be user names; what is wrong with the others the commands say. */
    private static List<ObjectKey> named(List<ObjectKey> keys) {
        List<ObjectKey> people = new ArrayList<>();
        for (ObjectKey key : keys) {
            if (key.kind() == ObjectKey.Kind.USER && isName(key.name())) {
                people.add(key);
            }
        }
        return people;
    }

    private static boolean isName(String name) {
        try {
            UserName.of(name);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** @return why the call is not done; empty if it is */
    Optional<Verdict> refusal(ReplayCall call) {
        overlay.begin(call.ordinal());
        try {
            if (call.isRehearsed()) {
                ReplayCall whole = CallFile.withSecrets(call);
                whole.command().run(whole.call(), new Stage());
            }
            return Optional.empty();
        } catch (RefusalException | IllegalArgumentException | IllegalStateException refused) {
            claims.drop();
            return Optional.of(Verdict.of(call.name(), refused));
        }
    }

    /** Where commands find the overlay. */
    private final class Stage implements Sites {
        @Override
        public Configuration configuration() {
            return site.configuration();
        }

        @Override
        public LegacySite open(Source source) {
            return site.overlaid(overlay.targets(), claims, new InTurn());
        }
    }
}
