package dev.muster.provision;

import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.GroupwareFolder;
import dev.muster.model.TargetName;
import dev.muster.model.TargetState;
import dev.muster.plan.Situation;
import dev.muster.target.NumberSource.Counter;
import java.util.List;
import java.util.function.Predicate;

/**
 * Gives numbers to people whose claims have none: the ones that a target already knows them by, else new ones, reserved
 * for the whole chunk at once. A gap in a sequence is harmless, a number given twice is not.
 */
final class NumberDesk {
    private final Targets targets;
    private final ClaimBook book;

    NumberDesk(Targets targets, ClaimBook book) {
        this.targets = targets;
        this.book = book;
    }

    /** The same people in the same order, with numbers in their claims. */
    List<Situation> number(List<Situation> situations) {
        Block uidNumbers = block(situations, NumberDesk::lacksUidNumber, Counter.UID_NUMBER, TargetName.LDAP, 1);
        Block userIds = block(situations, NumberDesk::lacksUserId, Counter.USER_ID, TargetName.GROUPWARE, 1);
        Block contactIds = block(situations, NumberDesk::lacksContact, Counter.CONTACT_ID, TargetName.GROUPWARE, 1);
        int folders = GroupwareFolder.values().length;
        Block folderIds = block(situations, NumberDesk::lacksFolders, Counter.FOLDER_ID, TargetName.GROUPWARE, folders);
        return situations.stream()
                .map(situation -> {
                    Claims claims = situation.claims();
                    boolean uid = lacksUidNumber(situation);
                    boolean groupware = lacksUserId(situation);
                    return situation.with(new Claims(
                            claims.source(),
                            claims.identity(),
                            claims.userName(),
                            situation.spec().mail(),
                            uid ? uidNumbers.next() : known(situation, TargetName.LDAP, claims.uidNumber()),
                            groupware ? userIds.next() : known(situation, TargetName.GROUPWARE, claims.userId()),
                            lacksContact(situation) ? contactIds.next() : claims.contactId(),
                            lacksFolders(situation) ? folderIds.next() : claims.firstFolderId(),
                            claims.driveName(),
                            claims.generation()));
                })
                .toList();
    }

    private Block block(
            List<Situation> situations, Predicate<Situation> lacking, Counter counter, TargetName target, int each) {
        int count = Math.toIntExact(situations.stream().filter(lacking).count());
        boolean wanted = count > 0 && targets.written().contains(target);
        return wanted ? new Block(book.reserve(counter, count * each), each) : new Block(0, each);
    }

    private static boolean lacksUidNumber(Situation situation) {
        return situation.claims().uidNumber() == 0 && known(situation, TargetName.LDAP, 0) == 0;
    }

    private static boolean lacksUserId(Situation situation) {
        return situation.claims().userId() == 0 && known(situation, TargetName.GROUPWARE, 0) == 0;
    }

    private static boolean lacksContact(Situation situation) {
        return situation.claims().contactId() == 0 && isIncomplete(situation);
    }

    private static boolean lacksFolders(Situation situation) {
        return situation.claims().firstFolderId() == 0 && isIncomplete(situation);
    }

    /** Whether the groupware lacks her, or rows of her: then it shows no display name. */
    private static boolean isIncomplete(Situation situation) {
        return !(situation.states().get(TargetName.GROUPWARE) instanceof TargetState.Present present)
                || present.values(Field.DISPLAYNAME).isEmpty();
    }

    /** The number that the target knows the person by, else the claimed one. */
    private static long known(Situation situation, TargetName target, long claimed) {
        Field field = target == TargetName.LDAP ? Field.UID_NUMBER : Field.USER_ID;
        if (claimed != 0 || !(situation.states().get(target) instanceof TargetState.Present present)) {
            return claimed;
        }
        return present.values(field).stream().findFirst().map(Long::parseLong).orElse(0L);
    }

    /** Numbers handed out one after the other; all 0 where none could be had. */
    private static final class Block {
        private final int each;
        private long next;

        Block(long first, int each) {
            this.next = first;
            this.each = each;
        }

        long next() {
            if (next == 0) {
                return 0;
            }
            long number = next;
            next += each;
            return number;
        }
    }
}
