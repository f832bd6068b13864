package dev.muster.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldif.LDIFModifyChangeRecord;
import dev.muster.model.ErrorCode;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.Vocabulary;
import dev.muster.model.Vocabulary.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Turns an entry, or a modification of one, into a row: attributes become fields by the vocabulary. */
final class LdifEntry {
    private static final int ATTRIBUTE_LENGTH = 1_024;

    private final Row row;
    private final boolean lenient;

    LdifEntry(Row row, boolean lenient) {
        this.row = row;
        this.lenient = lenient;
    }

    /** A whole person. */
    FeedRow person(Entry entry) {
        checkName(entry);
        for (Attribute attribute : entry.getAttributes()) {
            if (!shadowed(attribute, entry)) {
                add(attribute);
            }
        }
        return row.person();
    }

    /** A whole group, resource or resource group. Its numbers are this site's own: {@code gidNumber} is left out. */
    FeedRow roster(Entry entry, ObjectKey.Kind kind) {
        checkName(entry);
        carry(entry.getAttributes(), attribute -> RosterColumns.ofAttribute(kind, attribute), "a " + kind);
        return row.roster();
    }

    /** A whole shared account. */
    FeedRow account(Entry entry) {
        checkName(entry);
        List<Attribute> others = new ArrayList<>(entry.getAttributes());
        others.removeIf(attribute -> attribute.getName().equalsIgnoreCase(AccountColumns.MEMBER_ATTRIBUTE));
        carry(others, AccountColumns::ofAttribute, "a shared account");
        String[] members = entry.getAttributeValues(AccountColumns.MEMBER_ATTRIBUTE);
        Arrays.stream(members == null ? new String[0] : members).forEach(dn -> LdifMembers.add(row, dn));
        return row.account();
    }

    /** What the attributes of an entry mean; those that mean nothing are noted together. */
    private void carry(Collection<Attribute> attributes, Function<String, Optional<Column>> meaning, String ofWhat) {
        List<String> left = new ArrayList<>();
        for (Attribute attribute : attributes) {
            meaning.apply(attribute.getName())
                    .ifPresentOrElse(column -> add(column, attribute), () -> left.add(attribute.getName()));
        }
        left.removeIf("objectClass"::equalsIgnoreCase);
        if (!left.isEmpty()) {
            String reason = "Muster does not carry over " + String.join(", ", left) + " of " + ofWhat + ".";
            row.note(ErrorCode.LDIF_UNSUPPORTED, left.get(0), reason, "The values were left out.");
        }
    }

    /** The common name is only asked where the entry has no display name. */
    private static boolean shadowed(Attribute attribute, Entry entry) {
        return attribute.getBaseName().equalsIgnoreCase("objectClass")
                || attribute.getBaseName().equalsIgnoreCase("cn") && entry.hasAttribute("displayName");
    }

    /** A change: holds the changed fields only. */
    FeedRow change(LDIFModifyChangeRecord record) {
        try {
            RDN name = record.getParsedDN().getRDN();
            if (name != null) {
                Arrays.stream(name.getAttributes())
                        .filter(LdifEntry::identifies)
                        .forEach(this::add);
            }
        } catch (LDAPException unparsable) {
            row.problem(ErrorCode.LDIF_SYNTAX, "dn", Text.quoted(record.getDN()) + " is no DN.", "Correct the DN.");
        }
        if (row.blank(Field.USERNAME) && row.blank(Field.KEY)) {
            unsupported(
                    "dn",
                    Text.quoted(record.getDN()) + " does not name a person by uid.",
                    "Change people by uid=..., groups by an entry.");
        }
        Arrays.stream(record.getModifications()).forEach(this::change);
        return row.finished();
    }

    private static boolean identifies(Attribute attribute) {
        Field field = column(attribute.getName()).field();
        return field.equals(Field.USERNAME) || field.equals(Field.KEY);
    }

    private void change(Modification change) {
        Column column = column(change.getAttributeName());
        boolean whole = change.getValues().length == 0;
        if (whole && change.getModificationType() != ModificationType.ADD) {
            row.clear(column);
        } else if (change.getModificationType() == ModificationType.REPLACE
                || change.getModificationType() == ModificationType.ADD
                        && !column.kind().multiple()) {
            add(change.getAttribute());
        } else {
            unsupported(
                    column.name(),
                    "Single values cannot be added or taken away: '"
                            + change.getModificationType().getName() + "'.",
                    "Use replace with all values.");
        }
    }

    private void unsupported(String field, String reason, String suggestion) {
        row.problem(ErrorCode.LDIF_UNSUPPORTED, field, reason, suggestion);
    }

    private void add(Attribute attribute) {
        if (attribute.hasOptions()) {
            String reason = "'" + attribute.getName() + "' has options, which Muster does not carry over.";
            row.note(ErrorCode.LDIF_UNSUPPORTED, attribute.getName(), reason, "The value was left out.");
            return;
        }
        add(column(attribute.getName()), attribute);
    }

    private void add(Column column, Attribute attribute) {
        List<String> values = Arrays.stream(attribute.getValueByteArrays())
                .map(LdifEntry::text)
                .toList();
        if (values.size() > 1 && !column.kind().multiple()) {
            add(column, single(column, values));
        } else {
            add(column, values);
        }
    }

    private void add(Column column, List<String> values) {
        if (column.kind() == Kind.PASSWORD) {
            values.forEach(value -> row.password(column, value));
        } else {
            row.add(column, values);
        }
    }

    /** One of several values of a field that holds one only: a common name among many is no fault. */
    private List<String> single(Column column, List<String> values) {
        String reason = "'" + column.name() + "' has " + values.size() + " values, '" + column.field() + "' holds one.";
        if (lenient) {
            row.note(ErrorCode.VALUE_CONTRADICTS, column.name(), reason, "The first was taken.");
        } else if (!column.name().equalsIgnoreCase("cn") || isName(column.field())) {
            row.problem(ErrorCode.VALUE_CONTRADICTS, column.name(), reason, "Keep the right one.");
        }
        return values.subList(0, 1);
    }

    private static boolean isName(Field field) {
        return RosterColumns.isName(field) || field.equals(AccountColumns.NAME);
    }

    /** The name of an entry (RDN) repeats values of the entry; where it does not, one of the two is wrong. */
    private void checkName(Entry entry) {
        try {
            RDN name = new DN(entry.getDN()).getRDN();
            if (name != null) {
                Arrays.stream(name.getAttributes())
                        .filter(part -> !entry.hasAttributeValue(part.getName(), part.getValue()))
                        .forEach(part -> mismatch(entry, part));
            }
        } catch (LDAPException unparsable) {
            row.problem(ErrorCode.LDIF_SYNTAX, "dn", Text.quoted(entry.getDN()) + " is no DN.", "Correct the DN.");
        }
    }

    private void mismatch(Entry entry, Attribute part) {
        String attribute = part.getName();
        String[] values = entry.getAttributeValues(attribute);
        String found = values == null ? "has no " + attribute : "says " + Text.quoted(String.join(", ", values));
        String reason = "The DN names " + attribute + " " + Text.quoted(part.getValue()) + ", the entry " + found + ".";
        if (lenient) {
            entry.setAttribute(part);
            row.note(ErrorCode.LDIF_RDN_MISMATCH, attribute, reason, "The DN's value was taken.");
        } else {
            row.problem(
                    ErrorCode.LDIF_RDN_MISMATCH,
                    attribute,
                    reason,
                    "Correct the DN or the value, or read the feed with --ldif=lenient, which takes the DN's.");
        }
    }

    /** What an attribute of a person is to the feed. */
    static Column column(String attribute) {
        if (attribute.equalsIgnoreCase("cn")) {
            return Column.of(attribute, Vocabulary.word(Field.DISPLAYNAME).orElseThrow());
        }
        return Vocabulary.wordOfAttribute(attribute)
                .map(word -> Column.of(attribute, word))
                .orElseGet(() -> new Column(
                        attribute, Field.of(attribute.toLowerCase(Locale.ROOT)), Kind.TEXTS, ATTRIBUTE_LENGTH));
    }

    private static String text(byte[] value) {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith(String.valueOf(Text.UNDECODABLE))
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
