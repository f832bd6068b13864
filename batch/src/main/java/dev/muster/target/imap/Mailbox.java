package dev.muster.target.imap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's mailbox as the server lists it.
 *
 * @param inbox whether INBOX is there
 * @param folders the person's own folders without INBOX, sorted by name
 * @param quotaRoot the root that limits INBOX, where it was asked for
 * @param limit the limit on storage in KiB; empty = none, or not asked for
 */
record Mailbox(boolean inbox, List<Folder> folders, Optional<String> quotaRoot, OptionalLong limit) {
    /** @param attributes in lower case, with their backslash */
    record Folder(String name, Set<String> attributes) implements Comparable<Folder> {
        boolean isSubscribed() {
            return attributes.contains("\\subscribed");
        }

        /** Whether mail can be in it; a level that only holds others is no folder of its own. */
        boolean isReal() {
            return !attributes.contains("\\noselect") && !attributes.contains("\\nonexistent");
        }

        @Override
        public int compareTo(Folder other) {
            return name.compareTo(other.name);
        }
    }

    /** The commands whose answers {@link #of} understands, in as few as the server's abilities allow. */
    static List<String> questions(Traits traits, boolean withLimit) {
        List<String> questions = new ArrayList<>();
        if (traits.has("LIST-EXTENDED")) {
            questions.add("LIST \"\" \"*\" RETURN (SUBSCRIBED" + (traits.has("SPECIAL-USE") ? " SPECIAL-USE)" : ")"));
        } else {
            questions.add(EVERYTHING);
            questions.add(SUBSCRIPTIONS);
        }
        if (withLimit) {
            questions.add("GETQUOTAROOT " + FolderNames.INBOX);
        }
        return questions;
    }

    /** All folders of the person, and those of others that she sees. */
    static final String EVERYTHING = "LIST \"\" \"*\"";

    /** Everything that she is subscribed to, whether it is there or not. */
    static final String SUBSCRIPTIONS = "LSUB \"\" \"*\"";

    /** @param folder as an argument of a command */
    static String messagesOf(String folder) {
        return "STATUS " + folder + " (MESSAGES)";
    }

    /** Whether there is anything at all. */
    static final String IS_THERE = "LIST \"\" " + FolderNames.INBOX;

    static Mailbox none() {
        return new Mailbox(false, List.of(), Optional.empty(), OptionalLong.empty());
    }

    /**
     * The same for a mailbox that was not there before, and so holds nothing but what is asked for: a wildcard makes
     * Cyrus look at the mailboxes of all people, names and subscriptions do not.
     */
    static List<String> questionsAboutNew(List<String> folders, boolean withLimit) {
        List<String> questions = new ArrayList<>();
        questions.add(IS_THERE);
        questions.add("LIST (SUBSCRIBED) \"\" \"*\" RETURN (SPECIAL-USE)");
        folders.forEach(folder -> questions.add("LIST \"\" " + folder));
        if (withLimit) {
            questions.add("GETQUOTAROOT " + FolderNames.INBOX);
        }
        return questions;
    }

    static Mailbox of(Burst burst, FolderNames names) throws Fault {
        Set<String> subscribed =
                burst.lines("LSUB").stream().map(Burst.Line::name).collect(Collectors.toSet());
        List<Folder> folders = new ArrayList<>();
        for (Burst.Line line : burst.lines("LIST")) {
            Set<String> attributes = new HashSet<>(line.attributes());
            if (subscribed.contains(line.name())) {
                attributes.add("\\subscribed");
            }
            names.own(line.name()).map(name -> new Folder(name, attributes)).ifPresent(folders::add);
        }
        folders.removeIf(folder -> !folder.isReal());
        boolean inbox = folders.removeIf(folder -> folder.name().equals(FolderNames.INBOX));
        folders.sort(null);
        return new Mailbox(inbox, List.copyOf(folders), burst.quotaRoot(), burst.storageLimit());
    }

    /** INBOX first; none where there is no mailbox: INBOX alone is what a server shows of one that nobody made. */
    List<String> names() {
        return folders.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(FolderNames.INBOX), folders.stream().map(Folder::name))
                        .toList();
    }

    Optional<Folder> folder(String name) {
        return folders.stream().filter(folder -> folder.name().equals(name)).findFirst();
    }
}
