package dev.muster.target.imap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody tries something in a folder of another's mailbox, in which there is one fresh message.
 *
 * @param member her own session
 * @param owner the session of the mailbox's own user, which shows what came of it
 * @param folder the name that the owner has for it
 * @param trash the same for the folder into which what is deleted goes
 * @param number which attempt it is: a name that is deleted twice within a second is too much for Cyrus
 */
record Attempt(SharedMailbox mailbox, ImapClient member, ImapClient owner, String folder, String trash, int number) {
    private static final Pattern MESSAGES = Pattern.compile("MESSAGES (\\d+)");

    /** Empties the folder and puts one message there. */
    Attempt fresh() {
        owner("SELECT " + own());
        owner("STORE 1:* +FLAGS (\\Deleted)");
        owner("EXPUNGE");
        owner("UNSELECT");
        appended(owner, own());
        return this;
    }

    String own() {
        return FolderNames.quoted(folder);
    }

    String seen() {
        return seen(folder);
    }

    String seen(String name) {
        return FolderNames.quoted(mailbox.seen(name));
    }

    String child(String name) {
        return mailbox.make().child(folder, name + number);
    }

    List<String> member(String command) {
        return member.command(command);
    }

    List<String> owner(String command) {
        return owner.command(command);
    }

    /** The member opens the folder, does something with its message, and closes it again. */
    List<String> opened(String command) {
        member("SELECT " + seen());
        List<String> answer = member(command);
        member("UNSELECT");
        return answer;
    }

    /** By its effect: a server may answer OK and leave out the flags that somebody may not set. */
    boolean flags(String flag) {
        opened("STORE 1 +FLAGS (" + flag + ")");
        owner("EXAMINE " + own());
        boolean set = has(owner("FETCH 1 (FLAGS)"), flag);
        owner("UNSELECT");
        return set;
    }

    long messages(String name) {
        return owner("STATUS " + FolderNames.quoted(name) + " (MESSAGES)").stream()
                .map(MESSAGES::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** By opening it: what another session has made since, a long session on Dovecot lists late. */
    boolean isThere(String name) {
        return ok(owner("STATUS " + FolderNames.quoted(name) + " (MESSAGES)"));
    }

    /** A level above folders that can be seen is no folder that can be. */
    static boolean isListed(List<String> answer) {
        return answer.stream().anyMatch(line -> line.startsWith("* LIST") && !line.contains("\\Noselect"));
    }

    static List<String> appended(ImapClient client, String folder) {
        String message = "Subject: x\r\n\r\nneedle\r\n";
        return client.command("APPEND " + folder + " {" + message.length() + "+}\r\n" + message);
    }

    static boolean ok(List<String> answer) {
        return answer.get(answer.size() - 1).matches("c\\d+ OK.*");
    }

    static boolean has(List<String> answer, String text) {
        return answer.stream().anyMatch(line -> line.contains(text));
    }
}
