package dev.muster.input;

import dev.muster.model.ObjectKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One record of an LDIF file as it stands there: folded, with its comments.
 *
 * @param line the line on which it begins, from 1
 * @param lines its lines, without the blank ones around it
 */
record LdifRecord(long line, List<String> lines) {
    private static final Pattern PERSON = Pattern.compile(
            "\\s*objectclass:\\s*(person|organizationalperson|inetorgperson|posixaccount|oxuserobject)\\s*");
    private static final Pattern OTHER = Pattern.compile(
            "\\s*objectclass:\\s*(posixgroup|oxresourceobject|oxresourcegroupobject|oxfunctionalaccount)\\s*");
    private static final Map<String, ObjectKey.Kind> KINDS = Map.of(
            "posixgroup", ObjectKey.Kind.GROUP,
            "oxresourceobject", ObjectKey.Kind.RESOURCE,
            "oxresourcegroupobject", ObjectKey.Kind.RESOURCE_GROUP,
            "oxfunctionalaccount", ObjectKey.Kind.ACCOUNT);

    /** Comments and the version line alone are no record. */
    boolean empty() {
        return lines.stream().allMatch(text -> text.startsWith("#") || text.startsWith("version:"));
    }

    /**
     * What it is about: a person by her class, by telling no class, or by being a change; a group, resource or shared
     * account by its class; nothing where nobody knows its classes.
     */
    Optional<ObjectKey.Kind> kind() {
        boolean classless = true;
        Optional<ObjectKey.Kind> kind = Optional.empty();
        for (String text : lines) {
            String lower = text.toLowerCase(Locale.ROOT);
            if (PERSON.matcher(lower).matches()) {
                return Optional.of(ObjectKey.Kind.USER);
            }
            Matcher other = OTHER.matcher(lower);
            if (other.matches()) {
                kind = Optional.ofNullable(KINDS.get(other.group(1)));
            }
            classless &= !lower.startsWith("objectclass:");
        }
        return kind.isEmpty() && (classless || change()) ? Optional.of(ObjectKey.Kind.USER) : kind;
    }

    private boolean change() {
        return lines.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).startsWith("changetype:"));
    }
}
