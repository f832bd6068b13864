package dev.muster.target.imap;

import static dev.muster.target.imap.Attempt.appended;
import static dev.muster.target.imap.Attempt.has;
import static dev.muster.target.imap.Attempt.ok;

import java.util.function.Predicate;

/** What an ordinary client does in a folder; allowed is what had its effect, whatever the answer was. */
enum Operation {
    LIST(attempt -> Attempt.isListed(attempt.member("LIST \"\" " + attempt.seen()))),
    STATUS(attempt -> has(attempt.member("STATUS " + attempt.seen() + " (MESSAGES UNSEEN)"), "MESSAGES 1")),
    READ(attempt -> has(attempt.opened("FETCH 1 (BODY.PEEK[TEXT])"), "needle")),
    SEARCH(attempt -> has(attempt.opened("SEARCH BODY needle"), "* SEARCH 1")),
    MARK_AS_READ(attempt -> {
        attempt.opened("STORE 1 +FLAGS (\\Seen)");
        return has(attempt.opened("FETCH 1 (FLAGS)"), "\\Seen");
    }),
    FLAG(attempt -> attempt.flags("\\Flagged")),
    KEYWORD(attempt -> attempt.flags("$Label1")),
    MARK_AS_DELETED(attempt -> attempt.flags("\\Deleted")),
    EXPUNGE(attempt -> isExpunged(attempt, "EXPUNGE")),
    CLOSE(attempt -> isExpunged(attempt, "CLOSE")),
    APPEND(attempt -> {
        appended(attempt.member(), attempt.seen());
        return attempt.messages(attempt.folder()) == 2;
    }),
    COPY_IN(attempt -> {
        attempt.member("SELECT INBOX");
        attempt.member("COPY 1 " + attempt.seen());
        attempt.member("UNSELECT");
        return attempt.messages(attempt.folder()) == 2;
    }),
    COPY_OUT(attempt -> ok(attempt.opened("COPY 1 INBOX"))),
    MOVE_TO_TRASH(attempt -> isMoved(attempt, attempt.trash())),
    MOVE_TO_INBOX(attempt -> isMoved(attempt, SharedMailbox.INBOX)),
    CREATE_FOLDER(attempt -> {
        attempt.member("CREATE " + attempt.seen(attempt.child("new")));
        return isThereAndGoes(attempt, "new");
    }),
    DELETE_FOLDER(attempt -> {
        attempt.owner("CREATE " + FolderNames.quoted(attempt.child("old")));
        attempt.member("DELETE " + attempt.seen(attempt.child("old")));
        return !isThereAndGoes(attempt, "old");
    }),
    RENAME_FOLDER(attempt -> {
        attempt.owner("CREATE " + FolderNames.quoted(attempt.child("old")));
        attempt.member("RENAME " + attempt.seen(attempt.child("old")) + " " + attempt.seen(attempt.child("new")));
        return !isThereAndGoes(attempt, "old") & isThereAndGoes(attempt, "new");
    }),
    SEE_OWN_RIGHTS(attempt -> ok(attempt.member("MYRIGHTS " + attempt.seen()))),
    SEE_RIGHTS(attempt -> ok(attempt.member("GETACL " + attempt.seen()))),
    LET_IN(attempt -> {
        attempt.member("SETACL " + attempt.seen() + " somebody lr");
        boolean isIn = isIn(attempt);
        attempt.owner("DELETEACL " + attempt.own() + " somebody");
        return isIn;
    }),
    SHUT_OUT(attempt -> {
        attempt.owner("SETACL " + attempt.own() + " somebody lr");
        attempt.member("DELETEACL " + attempt.seen() + " somebody");
        boolean isIn = isIn(attempt);
        attempt.owner("DELETEACL " + attempt.own() + " somebody");
        return !isIn;
    });

    private final Predicate<Attempt> trial;

    Operation(Predicate<Attempt> trial) {
        this.trial = trial;
    }

    boolean isAllowed(Attempt attempt) {
        return trial.test(attempt.fresh());
    }

    private static boolean isExpunged(Attempt attempt, String command) {
        attempt.owner("SELECT " + attempt.own());
        attempt.owner("STORE 1 +FLAGS (\\Deleted)");
        attempt.owner("UNSELECT");
        attempt.opened(command);
        return attempt.messages(attempt.folder()) == 0;
    }

    /** Both or neither: a message that is doubled or lost is worse than one that stays. */
    private static boolean isMoved(Attempt attempt, String to) {
        long before = attempt.messages(to);
        attempt.opened("MOVE 1 " + attempt.seen(to));
        boolean left = attempt.messages(attempt.folder()) == 0;
        boolean came = attempt.messages(to) == before + 1;
        if (left != came) {
            throw new AssertionError("half a move from " + attempt.folder() + " to " + to + ": left " + left);
        }
        return left;
    }

    private static boolean isThereAndGoes(Attempt attempt, String child) {
        boolean isThere = attempt.isThere(attempt.child(child));
        attempt.owner("DELETE " + FolderNames.quoted(attempt.child(child)));
        return isThere;
    }

    private static boolean isIn(Attempt attempt) {
        return has(attempt.owner("GETACL " + attempt.own()), " somebody ");
    }
}
