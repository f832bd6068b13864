package dev.muster.embedded;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.james.core.Username;
import org.apache.james.mailbox.acl.ACLDiff;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.inmemory.InMemoryId;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The mailboxes of all people, found by owner. James' own keeps them in one map and reads all of it for every folder that is
 * made, so that its cost grows with the population.
 */
final class IndexedMailboxMapper implements MailboxMapper {
    private final Map<Username, NavigableMap<String, Mailbox>> boxesByOwner = new ConcurrentHashMap<>();
    private final Map<MailboxId, Mailbox> boxesById = new ConcurrentHashMap<>();
    private final Set<MailboxId> shared = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastId = new AtomicLong();

    @Override
    public Mono<Mailbox> create(MailboxPath path, UidValidity uidValidity) {
        return Mono.fromCallable(() -> add(new Mailbox(path, uidValidity, InMemoryId.of(lastId.incrementAndGet()))));
    }

    private Mailbox add(Mailbox box) throws MailboxExistsException {
        if (boxesOf(box.getUser()).putIfAbsent(box.getName(), box) != null) {
            throw new MailboxExistsException(box.getName());
        }
        boxesById.put(box.getMailboxId(), box);
        return box;
    }

    private NavigableMap<String, Mailbox> boxesOf(Username owner) {
        return boxesByOwner.computeIfAbsent(owner, any -> new ConcurrentSkipListMap<>());
    }

    @Override
    public Mono<MailboxId> rename(Mailbox renamed) {
        return Mono.fromCallable(() -> {
            Mailbox before = byId(renamed.getMailboxId());
            add(renamed);
            boxesOf(before.getUser()).remove(before.getName());
            return renamed.getMailboxId();
        });
    }

    private Mailbox byId(MailboxId id) throws MailboxNotFoundException {
        Mailbox box = boxesById.get(id);
        if (box == null) {
            throw new MailboxNotFoundException(id);
        }
        return box;
    }

    @Override
    public Mono<Void> delete(Mailbox box) {
        return Mono.fromRunnable(() -> {
            boxesOf(box.getUser()).remove(box.getName());
            boxesById.remove(box.getMailboxId());
            shared.remove(box.getMailboxId());
        });
    }

    @Override
    public Mono<Mailbox> findMailboxByPath(MailboxPath path) {
        return Mono.fromCallable(() -> boxesOf(path.getUser()).get(path.getName()))
                .map(Mailbox::new);
    }

    @Override
    public Mono<Mailbox> findMailboxById(MailboxId id) {
        return Mono.fromCallable(() -> new Mailbox(byId(id)));
    }

    @Override
    public Flux<Mailbox> findMailboxWithPathLike(MailboxQuery.UserBound query) {
        return Flux.defer(() -> Flux.fromIterable(boxesOf(query.getFixedUser()).values()))
                .filter(query::matches)
                .map(Mailbox::new);
    }

    @Override
    public Mono<Boolean> hasChildren(Mailbox box, char delimiter) {
        String prefix = box.getName() + delimiter;
        return Mono.fromCallable(() -> {
            String next = boxesOf(box.getUser()).ceilingKey(prefix);
            return next != null && next.startsWith(prefix);
        });
    }

    @Override
    public Mono<ACLDiff> updateACL(Mailbox box, MailboxACL.ACLCommand command) {
        return Mono.fromCallable(() -> replaceAcl(box, box.getACL().apply(command)));
    }

    @Override
    public Mono<ACLDiff> setACL(Mailbox box, MailboxACL acl) {
        return Mono.fromCallable(() -> replaceAcl(box, acl));
    }

    private ACLDiff replaceAcl(Mailbox box, MailboxACL acl) throws MailboxNotFoundException {
        ACLDiff difference = ACLDiff.computeDiff(box.getACL(), acl);
        byId(box.getMailboxId()).setACL(acl);
        shared.add(box.getMailboxId());
        return difference;
    }

    @Override
    public Flux<Mailbox> findNonPersonalMailboxes(Username user, MailboxACL.Right right) {
        return Flux.fromIterable(shared).flatMap(this::findMailboxById).filter(box -> mayUse(box, user, right));
    }

    private static boolean mayUse(Mailbox box, Username user, MailboxACL.Right right) {
        MailboxACL.Rfc4314Rights rights = box.getACL()
                .ofPositiveNameType(MailboxACL.NameType.user)
                .get(MailboxACL.EntryKey.createUserEntryKey(user));
        return rights != null && rights.contains(right);
    }

    @Override
    public Flux<Mailbox> list() {
        return Flux.defer(() -> Flux.fromIterable(boxesById.values()));
    }
}
