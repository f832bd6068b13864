package dev.muster.input;

import java.util.List;
import java.util.Locale;
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

    /** Comments and the version line alone are no record. */
    boolean empty() {
        return lines.stream().allMatch(text -> text.startsWith("#") || text.startsWith("version:"));
    }

    /** Whether it is about a person: an entry of a person's class, an entry that tells no class, or a change. */
    boolean person() {
        boolean classless = true;
        for (String text : lines) {
            String lower = text.toLowerCase(Locale.ROOT);
            if (lower.startsWith("changetype:") || PERSON.matcher(lower).matches()) {
                return true;
            }
            classless &= !lower.startsWith("objectclass:");
        }
        return classless;
    }
}
