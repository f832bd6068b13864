package dev.muster.template;

import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.MailFolder;
import dev.muster.model.MailFolder.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Which mail folders a person gets: those of her style, under the names that the feed gives where it gives any. */
final class FolderWishes {
    private FolderWishes() {}

    /** Each name once; the first folder of a name stays. */
    static List<MailFolder> of(List<MailFolder> style, SortedMap<Field, List<String>> values) {
        List<MailFolder> wished = new ArrayList<>();
        Set<FolderRole> missing = EnumSet.allOf(FolderRole.class);
        for (MailFolder folder : style) {
            folder.role().ifPresent(missing::remove);
            wished.addAll(named(folder, values));
        }
        for (FolderRole role : missing) {
            values.getOrDefault(role.field(), List.of()).stream()
                    .limit(1)
                    .forEach(name -> wished.add(new MailFolder(name, new Kind.Special(role), true)));
        }
        values.getOrDefault(Field.OTHER_FOLDERS, List.of())
                .forEach(name -> wished.add(new MailFolder(name, new Kind.Plain(), true)));
        return onceEach(wished);
    }

    /** Says in the values what the folders are called. */
    static void name(List<MailFolder> folders, SortedMap<Field, List<String>> values) {
        List<String> plain = new ArrayList<>();
        for (MailFolder folder : folders) {
            folder.role()
                    .ifPresentOrElse(
                            role -> values.put(role.field(), List.of(folder.name())), () -> plain.add(folder.name()));
        }
        if (!plain.isEmpty()) {
            values.put(Field.OTHER_FOLDERS, plain);
        }
    }

    private static List<MailFolder> named(MailFolder folder, SortedMap<Field, List<String>> values) {
        if (folder.role().isEmpty()) {
            return values.containsKey(Field.OTHER_FOLDERS) ? List.of() : List.of(folder);
        }
        List<String> said = values.getOrDefault(folder.role().get().field(), List.of());
        return said.isEmpty()
                ? List.of(folder)
                : List.of(new MailFolder(said.get(0), folder.kind(), folder.subscribed()));
    }

    private static List<MailFolder> onceEach(List<MailFolder> folders) {
        Map<String, MailFolder> byName = new LinkedHashMap<>();
        folders.forEach(folder -> byName.putIfAbsent(folder.name(), folder));
        return List.copyOf(byName.values());
    }
}
