package dev.muster.provision;

import dev.muster.ledger.RecordedClaim;
import dev.muster.model.Claims;
import dev.muster.model.MailAddress;
import dev.muster.model.UserName;
import dev.muster.target.NumberSource.Counter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where claims are found and made: for real, or for a dry run on paper that nobody keeps. */
public interface ClaimBook {
    /** The claims of these identities as far as there are any. */
    Map<String, RecordedClaim> find(Collection<String> identities);

    /** Which of these names are claimed. */
    Set<UserName> taken(Collection<UserName> names);

    /** The claims on any of these primary addresses. */
    List<Claims> holding(Collection<MailAddress> addresses);

    /** The highest number claimed with each of these names of drive folders, given and answered folded. */
    Map<String, Integer> lastDrives(Collection<String> foldedNames);

    /** Consecutive numbers; 0 where none can be had, as in a dry run. */
    long reserve(Counter counter, int count);

    /** Records claims, new or brought up to date. */
    void save(Collection<RecordedClaim> claims);
}
