package dev.muster.target.ldap;

import dev.muster.model.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person's entry looks like (whitepaper 5.1.1).
 *
 * @param objectClasses of a new entry
 * @param attributes the attribute of a field where it is another than {@link dev.muster.model.Vocabulary} says; empty
 *     text = the directory does not keep the field. The attribute of {@link Field#KEY} tells ours from not ours
 * @param patterns attributes that no field asked for, with their value; fields in braces stand for the person's values,
 *     {@code {maildomain}} for the domain of the address. A field that names the attribute wins; a pattern with a field
 *     that has no value gives no attribute
 * @param enabled the value of {@code mailEnabled} for somebody activated
 * @param disabled its value for somebody who is not
 * @param quotaFormat how the quota in MB is written; {@code {quota}} stands for the number
 * @param hash how clear passwords are hashed
 */
public record LdapPerson(
        List<String> objectClasses,
        Map<Field, String> attributes,
        Map<String, String> patterns,
        String enabled,
        String disabled,
        String quotaFormat,
        PasswordHash hash) {
    public LdapPerson {
        objectClasses = List.copyOf(objectClasses);
        attributes = Map.copyOf(attributes);
        patterns = Map.copyOf(patterns);
        if (!quotaFormat.contains("{quota}")) {
            throw new IllegalArgumentException("The quota's format '" + quotaFormat + "' lacks {quota}.");
        }
    }

    public static LdapPerson defaults() {
        return new LdapPerson(
                List.of("top", "person", "inetOrgPerson", "posixAccount", "shadowAccount", "OXUserObject"),
                Map.of(Field.CHANGE_PASSWORD, "shadowLastChange", Field.QUOTA, "mailQuota"),
                defaultPatterns(),
                "OK",
                "NONE",
                "{quota}M",
                PasswordHash.SSHA512);
    }

    /** Attributes of these fields, over those that are there. */
    public LdapPerson withAttributes(Map<Field, String> more) {
        return new LdapPerson(objectClasses, merged(attributes, more), patterns, enabled, disabled, quotaFormat, hash);
    }

    public LdapPerson withKeyAttribute(String attribute) {
        return withAttributes(Map.of(Field.KEY, attribute));
    }

    /** Patterns over those that are there; an empty pattern takes an attribute away. */
    public LdapPerson withPatterns(Map<String, String> more) {
        return new LdapPerson(objectClasses, attributes, merged(patterns, more), enabled, disabled, quotaFormat, hash);
    }

    public LdapPerson withGidNumber(long gidNumber) {
        return withPatterns(Map.of("gidNumber", Long.toString(gidNumber)));
    }

    public LdapPerson withObjectClasses(List<String> other) {
        return new LdapPerson(other, attributes, patterns, enabled, disabled, quotaFormat, hash);
    }

    public LdapPerson withMailEnabled(String whenActivated, String whenNot) {
        return new LdapPerson(objectClasses, attributes, patterns, whenActivated, whenNot, quotaFormat, hash);
    }

    public LdapPerson withQuotaFormat(String other) {
        return new LdapPerson(objectClasses, attributes, patterns, enabled, disabled, other, hash);
    }

    public LdapPerson withHash(PasswordHash other) {
        return new LdapPerson(objectClasses, attributes, patterns, enabled, disabled, quotaFormat, other);
    }

    private static Map<String, String> defaultPatterns() {
        return Map.of(
                "cn", "{displayname}",
                "gidNumber", "1100",
                "homeDirectory", "/home/{username}",
                "loginShell", "/bin/false",
                "mailDomain", "{maildomain}",
                "imapServer", "127.0.0.1",
                "smtpServer", "127.0.0.1",
                "OXAppointmentDays", "5",
                "OXTaskDays", "5");
    }

    private static <K> Map<K, String> merged(Map<K, String> base, Map<K, String> more) {
        Map<K, String> merged = new LinkedHashMap<>(base);
        merged.putAll(more);
        return merged;
    }
}
