package dev.muster.template;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.muster.model.GroupwareFolder;
import dev.muster.model.Origin;
import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code GroupwareFolders.xml}: the names of the default groupware folders.
 *
 * @param byCode names by the code of the language; without {@link GroupwareFolder#DRIVE_HOME}
 */
record GroupwareNames(Map<String, Map<GroupwareFolder, String>> byCode) {
    private static final Set<GroupwareFolder> OF_PIM =
            EnumSet.of(GroupwareFolder.CALENDAR, GroupwareFolder.CONTACTS, GroupwareFolder.TASKS);

    /** The file as it stands; each of {@code languages} has to be in it. */
    static GroupwareNames of(XmlElement root, Languages languages, Faults faults) {
        Map<String, Map<GroupwareFolder, String>> byCode = root.children("language")
                .collect(toUnmodifiableMap(it -> it.required("code"), GroupwareNames::names, (a, b) -> a));
        languages.byName().values().stream()
                .map(Language::code)
                .distinct()
                .sorted()
                .forEach(code -> {
                    if (!byCode.containsKey(code)) {
                        faults.add(
                                root.origin(), "The language " + code + " of ImapFolders.xml is missing.", "Add it.");
                    }
                });
        return root.attribute("drive-language")
                .map(code -> new GroupwareNames(byCode).withDriveOf(code, root.origin(), faults))
                .orElseGet(() -> new GroupwareNames(byCode));
    }

    Map<GroupwareFolder, String> names(Language language) {
        return byCode.getOrDefault(language.code(), Map.of());
    }

    /** Everybody's drive folders are named in one language, as the reference does it: its clients translate them. */
    private GroupwareNames withDriveOf(String code, Origin origin, Faults faults) {
        Map<GroupwareFolder, String> drive = byCode.getOrDefault(code, Map.of());
        if (drive.isEmpty()) {
            faults.add(origin, "The drive language '" + code + "' is not in this file.", "Name one that is.");
        }
        return new GroupwareNames(byCode.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> mixed(entry.getValue(), drive))));
    }

    private static Map<GroupwareFolder, String> mixed(
            Map<GroupwareFolder, String> pim, Map<GroupwareFolder, String> drive) {
        Map<GroupwareFolder, String> names = new EnumMap<>(pim);
        drive.forEach((folder, name) -> {
            if (!OF_PIM.contains(folder)) {
                names.put(folder, name);
            }
        });
        return Collections.unmodifiableMap(names);
    }

    private static Map<GroupwareFolder, String> names(XmlElement language) {
        Map<GroupwareFolder, String> names = new EnumMap<>(GroupwareFolder.class);
        for (GroupwareFolder folder : GroupwareFolder.values()) {
            language.attribute(folder.name().toLowerCase(Locale.ROOT))
                    .ifPresent(name -> names.put(folder, Normalizer.normalize(name, Normalizer.Form.NFC)));
        }
        return Collections.unmodifiableMap(names);
    }
}
