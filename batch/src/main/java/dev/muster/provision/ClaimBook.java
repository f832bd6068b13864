package dev.muster.provision;

import dev.muster.ledger.RecordedClaim;
import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.MailAddress;
import dev.muster.model.UserDraft;
import dev.muster.model.UserName;
import dev.muster.target.NumberSource.Counter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where claims are found and made: for real, or for a dry run on paper that nobody keeps. */
public interface ClaimBook {
    /** The claims of these identities as far as there are any. */
    Map<String, RecordedClaim> find(Collection<String> identities);

    /** The claims of this source on these user names as far as there are any. */
    Map<UserName, RecordedClaim> named(Collection<UserName> names);

    /**
     * The same drafts in the same order, hung on the claims that there are: a row without the key, such as a change record
     * of LDIF, is about the person whom this source knows by its user name.
     */
    default List<UserDraft> identified(List<UserDraft> drafts) {
        Set<UserName> names =
                drafts.stream().flatMap(draft -> nameAlone(draft).stream()).collect(Collectors.toSet());
        Map<UserName, RecordedClaim> known = named(names);
        return drafts.stream()
                .map(draft -> nameAlone(draft)
                        .flatMap(name -> Optional.ofNullable(known.get(name)))
                        .map(claim -> draft.withIdentity(claim.claims().identity()))
                        .orElse(draft))
                .toList();
    }

    private static Optional<UserName> nameAlone(UserDraft draft) {
        return draft.first(Field.KEY).isPresent()
                ? Optional.empty()
                : draft.first(Field.USERNAME).map(UserName::of);
    }

    /** Which of these names this source has claimed, as it spells them. */
    default Set<UserName> claimed(Collection<UserName> names) {
        return named(names).keySet();
    }

    /** Which of these names are claimed, or have a mailbox that was kept. */
    Set<UserName> taken(Collection<UserName> names);

    /** The claims on any of these primary addresses. */
    List<Claims> holding(Collection<MailAddress> addresses);

    /** The highest number claimed with each of these names of drive folders, given and answered folded. */
    Map<String, Integer> lastDrives(Collection<String> foldedNames);

    /** Mailboxes of deleted people that were kept: the key value of who had them, by folded user name. */
    Map<String, String> keptMailboxes(Collection<UserName> names);

    /** Consecutive numbers; 0 where none can be had, as in a dry run. */
    long reserve(Counter counter, int count);

    /** Records claims, new or brought up to date. */
    void save(Collection<RecordedClaim> claims);
}
