package dev.muster.template;

import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.FolderRole;
import dev.muster.model.MailAddress;
import dev.muster.model.MailFolder;
import dev.muster.model.Password;
import dev.muster.model.SiteKey;
import dev.muster.model.UserDraft;
import dev.muster.model.UserName;
import dev.muster.model.UserSpec;
import dev.muster.template.Accounts.Defaults;
import dev.muster.template.Language.Spoken;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The templates of one site: {@code ImapFolders.xml}, {@code GroupwareFolders.xml} and {@code Accounts.xml}.
 * Immutable and thread-safe; every method is pure, so that repeating a call gives the same again.
 */
public final class Templates {
    private final FolderSets folders;
    private final GroupwareNames groupware;
    private final Accounts accounts;

    private Templates(FolderSets folders, GroupwareNames groupware, Accounts accounts) {
        this.folders = folders;
        this.groupware = groupware;
        this.accounts = accounts;
    }

    /**
     * Reads and checks the three files.
     *
     * @throws TemplateException with every fault and its line; nothing may start then
     */
    public static Templates load(Path folder) {
        return load(folder, true);
    }

    /**
     * The same at a fifth of the cost, for one-shot commands: the files are taken as if their schemas had been asked. Whoever
     * writes anything by them calls {@link #load} meanwhile and waits for its answer first.
     *
     * @throws TemplateException if the files cannot be understood
     */
    public static Templates loadUnchecked(Path folder) {
        try {
            return load(folder, false);
        } catch (RuntimeException invalid) {
            return load(folder);
        }
    }

    private static Templates load(Path folder, boolean checked) {
        Faults faults = new Faults();
        Optional<XmlElement> imap = XmlFile.read(folder, "ImapFolders", checked, faults);
        Optional<XmlElement> groupware = XmlFile.read(folder, "GroupwareFolders", checked, faults);
        Optional<XmlElement> accounts = XmlFile.read(folder, "Accounts", checked, faults);
        faults.throwIfAny();
        FolderSets sets = FolderSets.of(imap.orElseThrow(), faults);
        Templates templates = new Templates(
                sets,
                GroupwareNames.of(groupware.orElseThrow(), sets.languages(), faults),
                new AccountsReader(sets, faults).read(accounts.orElseThrow()));
        faults.throwIfAny();
        return templates;
    }

    /** The codes and locales of the files, such as {@code DE} and {@code de_DE}; {@code contains} works in any case. */
    public Set<String> languages() {
        return folders.languages().names();
    }

    /**
     * The locale that a code or locale means: {@code de} is {@code de_DE}, {@code de-AT} is {@code de_AT}.
     *
     * @return empty if no template knows the language
     */
    public Optional<String> locale(String language) {
        return folders.languages().find(language).map(Spoken::locale);
    }

    /** The folder styles, such as {@code DE_Thunderbird}; {@code contains} works in any case. */
    public Set<String> styles() {
        return folders.styleNames();
    }

    /** The role of every name that any style gives to a folder; names are NFC and lower case ({@code Locale.ROOT}). */
    public Map<String, FolderRole> folderRoles() {
        return folders.roles();
    }

    /** The columns that the patterns of user names read: what tells two people apart where nothing better does. */
    public Set<Field> nameFields() {
        return accounts.fieldsOf(Field.USERNAME);
    }

    /** The columns that the patterns of display names read. */
    public Set<Field> displayNameFields() {
        return accounts.fieldsOf(Field.DISPLAYNAME);
    }

    /**
     * The user names to try, in order, each once: the given one alone; else generated ones ({@code anna},
     * {@code anna2}, up to 9999), computed one by one.
     *
     * @return none if no pattern can be filled from the row
     */
    public Iterator<UserName> userNames(UserDraft draft) {
        Optional<String> given = draft.first(Field.USERNAME);
        if (given.isPresent()) {
            return List.of(UserName.of(given.get())).iterator();
        }
        List<ValuePattern> patterns = accounts.of(draft).of(Field.USERNAME);
        return Candidates.of(patterns, field -> folded(field, draft.first(field).orElse("")), UserName::of);
    }

    /** The primary addresses to try for a person of that user name, as {@link #userNames} does it. */
    public Iterator<MailAddress> addresses(UserDraft draft, UserName name) {
        Optional<String> given = draft.first(Field.MAIL);
        if (given.isPresent()) {
            return List.of(MailAddress.of(given.get())).iterator();
        }
        UserDraft named = draft.with(Map.of(Field.USERNAME, List.of(name.value())));
        List<ValuePattern> patterns = accounts.of(draft).of(Field.MAIL);
        return Candidates.of(patterns, field -> folded(field, named.first(field).orElse("")), MailAddress::of);
    }

    /**
     * The person as wanted. Defaults fill only what the draft does not say; what it clears stays cleared, except what
     * nobody can be without (display name, language, time zone, mail route, activated, alias), which gets its
     * default. Whether a default is written to somebody who exists already is for the planner's column policies.
     *
     * @param claims gives user name, address where the draft has none, and the generation of a generated password
     * @param key what generated passwords are derived from
     */
    public UserSpec complete(UserDraft draft, Claims claims, SiteKey key) {
        Defaults defaults = accounts.of(draft);
        SortedMap<Field, List<String>> values = new Completion(draft, claims, defaults).values();
        Spoken spoken = folders.languages().findOrStandard(first(values, Field.LANGUAGE));
        values.put(Field.LANGUAGE, List.of(spoken.locale()));
        List<MailFolder> style = folders.folders(spoken.language(), first(values, Field.FOLDER_STYLE));
        List<MailFolder> wished = FolderWishes.of(style, values);
        FolderWishes.name(wished, values);
        Password password = draft.password() instanceof Password.Keep
                ? defaults.password().password(claims, key)
                : draft.password();
        return new UserSpec(
                draft.origin(),
                draft.identity(),
                claims.userName(),
                values,
                password,
                wished,
                groupware.names(spoken.language()));
    }

    /** A value as part of a login name or an address. Of a user name that is an address the local part counts. */
    static String folded(Field field, String value) {
        boolean address = field.equals(Field.USERNAME) || field.equals(Field.MAIL);
        int at = value.indexOf('@');
        return LatinFolding.fold(address && at > 0 ? value.substring(0, at) : value);
    }

    private static String first(SortedMap<Field, List<String>> values, Field field) {
        return values.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }
}
