package dev.muster.template;

import static java.util.stream.Collectors.toMap;

import dev.muster.model.FolderRole;
import dev.muster.model.MailFolder;
import dev.muster.model.MailFolder.Kind;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code ImapFolders.xml}: the mail folders by language and style.
 *
 * @param languages who speaks what
 * @param styles folders by the name of their style, looked up in any case
 * @param roles the role of every name that any style gives to a folder, lower-cased
 */
record FolderSets(Languages languages, Map<String, List<MailFolder>> styles, Map<String, FolderRole> roles) {
    /** The file as it stands; what is wrong with it goes to {@code faults}. */
    static FolderSets of(XmlElement root, Faults faults) {
        Map<String, List<MailFolder>> styles = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, FolderRole> roles = new HashMap<>();
        root.children("language")
                .flatMap(language -> language.children("style"))
                .forEach(style -> {
                    if (styles.put(style.required("name"), folders(style)) != null) {
                        String reason = "The style '" + style.required("name") + "' is there already.";
                        faults.add(style.origin(), reason, "Give one of the two another name.");
                    }
                    style.children("folder").forEach(folder -> learnRole(folder, roles, faults));
                });
        return new FolderSets(languages(root, styles, faults), Collections.unmodifiableMap(styles), Map.copyOf(roles));
    }

    Set<String> styleNames() {
        return styles.keySet();
    }

    /** The folders of that style; those of the language's default style if there is no such style. */
    List<MailFolder> folders(Language language, String style) {
        List<MailFolder> standard = styles.getOrDefault(language.defaultStyle(), List.of());
        return styles.getOrDefault(style, standard);
    }

    private static Languages languages(XmlElement root, Map<String, List<MailFolder>> styles, Faults faults) {
        root.children("language").forEach(language -> requireStyle(language, styles, faults));
        Map<String, Language> byCode = root.children("language")
                .map(FolderSets::language)
                .collect(toMap(Language::code, it -> it, (a, b) -> a));
        String code = root.required("default-language");
        Language standard = byCode.get(code);
        if (standard == null) {
            faults.add(root.origin(), "The default language '" + code + "' is not in this file.", "Name one that is.");
            standard = byCode.values().iterator().next();
        }
        return Languages.of(byCode.values(), standard);
    }

    private static Language language(XmlElement element) {
        return new Language(element.required("code"), element.required("locale"), element.required("default-style"));
    }

    private static void requireStyle(XmlElement language, Map<String, List<MailFolder>> styles, Faults faults) {
        String style = language.required("default-style");
        if (!styles.containsKey(style)) {
            faults.add(
                    language.origin(), "The default style '" + style + "' is not in this file.", "Name one that is.");
        }
    }

    private static List<MailFolder> folders(XmlElement style) {
        return style.children("folder").map(FolderSets::folder).toList();
    }

    private static MailFolder folder(XmlElement element) {
        Kind kind = role(element).<Kind>map(Kind.Special::new).orElseGet(Kind.Plain::new);
        return new MailFolder(
                element.required("name"),
                kind,
                element.attribute("subscribed").orElse("yes").equals("yes"));
    }

    private static Optional<FolderRole> role(XmlElement element) {
        return element.attribute("role").map(role -> FolderRole.valueOf(role.toUpperCase(Locale.ROOT)));
    }

    /** A mailbox found with such a folder uses it for the role, so a name cannot have two. */
    private static void learnRole(XmlElement element, Map<String, FolderRole> roles, Faults faults) {
        MailFolder folder = folder(element);
        if (folder.name().equalsIgnoreCase("INBOX")) {
            faults.add(element.origin(), "INBOX is there in every mailbox.", "Leave it out.");
        }
        folder.role().ifPresent(role -> {
            FolderRole other = roles.putIfAbsent(folder.name().toLowerCase(Locale.ROOT), role);
            if (other != null && other != role) {
                String reason =
                        "'" + folder.name() + "' is the " + role + " folder here and the " + other + " folder above.";
                faults.add(element.origin(), reason, "Give one of the two another name.");
            }
        });
    }
}
