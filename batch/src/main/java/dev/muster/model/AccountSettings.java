package dev.muster.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is said about a shared account. A field that is missing was not said; an empty text is a value. Immutable.
 *
 * @param texts every field but passwords
 * @param passwords the passwords
 */
public record AccountSettings(Map<AccountField, String> texts, Map<AccountField, AccountPassword> passwords) {
    /** Says nothing. */
    public static final AccountSettings NONE = new AccountSettings(Map.of(), Map.of());

    /** @throws IllegalArgumentException if a password is among the texts, or a text among the passwords */
    public AccountSettings {
        if (texts.keySet().stream().anyMatch(AccountField::isPassword)
                || !passwords.keySet().stream().allMatch(AccountField::isPassword)) {
            throw new IllegalArgumentException("Passwords are kept apart from texts.");
        }
        texts = Map.copyOf(texts);
        passwords = Map.copyOf(passwords);
    }

    public Optional<String> text(AccountField field) {
        return Optional.ofNullable(texts.get(field));
    }

    public Optional<AccountPassword> password(AccountField field) {
        return Optional.ofNullable(passwords.get(field));
    }

    public boolean isEmpty() {
        return texts.isEmpty() && passwords.isEmpty();
    }

    /** The same without anything about sending. */
    AccountSettings withoutTransport() {
        Map<AccountField, String> fewerTexts = new EnumMap<>(AccountField.class);
        fewerTexts.putAll(texts);
        fewerTexts.keySet().removeIf(AccountField::isTransport);
        Map<AccountField, AccountPassword> fewerPasswords = new EnumMap<>(AccountField.class);
        fewerPasswords.putAll(passwords);
        fewerPasswords.keySet().removeIf(AccountField::isTransport);
        return new AccountSettings(fewerTexts, fewerPasswords);
    }

    /** These settings, and where the others say something, that. */
    public AccountSettings with(AccountSettings others) {
        Map<AccountField, String> allTexts = new EnumMap<>(AccountField.class);
        allTexts.putAll(texts);
        allTexts.putAll(others.texts);
        Map<AccountField, AccountPassword> allPasswords = new EnumMap<>(AccountField.class);
        allPasswords.putAll(passwords);
        allPasswords.putAll(others.passwords);
        return new AccountSettings(allTexts, allPasswords);
    }
}
