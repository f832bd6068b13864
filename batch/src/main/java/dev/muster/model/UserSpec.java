package dev.muster.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A person as wanted in every target: named, completed from the templates, valid.
 *
 * @param origin the row that asked for it
 * @param identity as in {@link UserDraft}
 * @param userName the login name, given or generated
 * @param values every field with a wish, {@link Field#USERNAME} and {@link Field#PASSWORD} left out. A missing field
 *     means keep; an empty list means clear. {@link Field#MAIL} is always there
 * @param password what to do about the password
 * @param folders the mail folders in the person's language, INBOX left out
 * @param groupwareFolders the names of the default groupware folders; {@link GroupwareFolder#DRIVE_HOME} has none, it
 *     is called after the person
 */
public record UserSpec(
        Origin origin,
        String identity,
        UserName userName,
        SortedMap<Field, List<String>> values,
        Password password,
        List<MailFolder> folders,
        Map<GroupwareFolder, String> groupwareFolders) {
    public UserSpec {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        folders = List.copyOf(folders);
        groupwareFolders = Map.copyOf(groupwareFolders);
    }

    public ObjectKey key() {
        return ObjectKey.user(userName);
    }

    public MailAddress mail() {
        return MailAddress.of(first(Field.MAIL).orElseThrow());
    }

    /** All addresses, the primary one first, each once. */
    public List<MailAddress> addresses() {
        Set<MailAddress> all = new LinkedHashSet<>();
        all.add(mail());
        values.getOrDefault(Field.ALIAS, List.of()).forEach(alias -> all.add(MailAddress.of(alias)));
        return List.copyOf(all);
    }

    /** The first value, or empty where nothing is wanted or the field is to be cleared. */
    public Optional<String> first(Field field) {
        List<String> said = values.getOrDefault(field, List.of());
        return said.isEmpty() ? Optional.empty() : Optional.of(said.get(0));
    }

    /** What she is called where people read it: the display name, else the user name. */
    public String displayName() {
        return first(Field.DISPLAYNAME).orElse(userName.value());
    }

    /** The same spec with one field set otherwise. */
    public UserSpec with(Field field, List<String> wanted) {
        SortedMap<Field, List<String>> changed = new TreeMap<>(values);
        changed.put(field, List.copyOf(wanted));
        return new UserSpec(origin, identity, userName, changed, password, folders, groupwareFolders);
    }
}
