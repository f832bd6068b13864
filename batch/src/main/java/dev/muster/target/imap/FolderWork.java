package dev.muster.target.imap;

import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.MailFolder;
import dev.muster.target.imap.Mailbox.Folder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a mailbox still lacks of the folders that a person is to have. A role that has a folder, whatever it is called,
 * gets no second one.
 *
 * @param steps what to do, in the order of the wished folders
 */
record FolderWork(List<Step> steps) {
    /** One folder to create, to subscribe, or both. */
    record Step(MailFolder folder, boolean create, boolean subscribe) {}

    /** @param wanted the folders that may be created; the others are only subscribed where they are ours */
    static FolderWork of(List<MailFolder> folders, List<MailFolder> wanted, Mailbox mailbox, RoleNames roles) {
        Map<FolderRole, Folder> holders = roles.holders(mailbox.folders());
        List<Step> steps = new ArrayList<>();
        for (MailFolder folder : folders) {
            Optional<Folder> there = holder(folder, holders).or(() -> mailbox.folder(folder.name()));
            boolean ours = there.isPresent() && there.get().name().equals(folder.name());
            boolean create = there.isEmpty() && wanted.contains(folder);
            boolean subscribe =
                    folder.subscribed() && (create || ours && !there.get().isSubscribed());
            if (create || subscribe) {
                steps.add(new Step(folder, create, subscribe));
            }
        }
        return new FolderWork(steps);
    }

    private static Optional<Folder> holder(MailFolder folder, Map<FolderRole, Folder> holders) {
        return folder.role().map(holders::get);
    }

    /** Each CREATE is followed by its SUBSCRIBE: whatever is cut off, one folder at most is left half made. */
    List<String> commands(FolderNames names) throws Fault {
        List<String> commands = new ArrayList<>();
        for (Step step : steps) {
            String name = names.argument(step.folder().name());
            if (step.create()) {
                commands.add("CREATE " + name + use(step.folder(), names.traits()));
            }
            if (step.subscribe()) {
                commands.add("SUBSCRIBE " + name);
            }
        }
        return commands;
    }

    /** The folders of these steps that a listing of the subscribed ones does not show. */
    List<String> unsubscribed(FolderNames names) throws Fault {
        List<String> arguments = new ArrayList<>();
        for (Step step : steps) {
            if (!step.subscribe()) {
                arguments.add(names.argument(step.folder().name()));
            }
        }
        return arguments;
    }

    /** Cyrus flags at creation, and on the top level only; Dovecot would ignore the clause and say OK. */
    private static String use(MailFolder folder, Traits traits) {
        boolean possible = traits.has("CREATE-SPECIAL-USE") && folder.name().indexOf('/') < 0;
        return folder.role()
                .filter(role -> possible)
                .map(role -> " (USE (" + role.specialUse() + "))")
                .orElse("");
    }

    /** The folders that the final listing does not show as they should be. */
    List<MailFolder> missing(Mailbox after) {
        return steps.stream()
                .filter(step -> after.folder(step.folder().name())
                        .filter(folder -> !step.subscribe() || folder.isSubscribed())
                        .isEmpty())
                .map(Step::folder)
                .toList();
    }

    /** The roles whose real folder is called otherwise than wished. */
    static Map<Field, List<String>> learned(List<MailFolder> wished, Mailbox mailbox, RoleNames roles) {
        Map<FolderRole, Folder> holders = roles.holders(mailbox.folders());
        Map<Field, List<String>> learned = new HashMap<>();
        for (MailFolder folder : wished) {
            folder.role().ifPresent(role -> {
                Folder holder = holders.get(role);
                if (holder != null && !holder.name().equals(folder.name())) {
                    learned.put(role.field(), List.of(holder.name()));
                }
            });
        }
        return learned;
    }
}
