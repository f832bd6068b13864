package dev.muster.embedded;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a schema in the form of slapd.conf(5), so that the embedded directory and the real one have the same classes
 * and attributes. Understands {@code objectIdentifier}, {@code attributetype} and {@code objectclass}.
 */
final class SlapdSchema {
    private static final Pattern DEFINITION = Pattern.compile("(attributetype|objectclass) \\( (\\S+) (.*)\\)");
    private static final Pattern IDENTIFIER = Pattern.compile("objectIdentifier (\\S+) (\\S+)");

    private final Map<String, String> identifiers = new HashMap<>();
    private final List<AttributeTypeDefinition> attributes = new ArrayList<>();
    private final List<ObjectClassDefinition> classes = new ArrayList<>();

    private SlapdSchema() {}

    /**
     * The standard schema with the definitions of this file.
     *
     * @throws IllegalArgumentException if a line is none of the three kinds
     */
    static Schema extendStandard(String file) throws LDAPException {
        SlapdSchema schema = new SlapdSchema();
        for (String line : logicalLines(file)) {
            schema.read(line);
        }
        return Schema.mergeSchemas(Schema.getDefaultStandardSchema(), schema.toSchema());
    }

    /** A line that starts with blanks goes on with the one before; {@code #} starts a comment. */
    private static List<String> logicalLines(String file) {
        return file.replaceAll("(?m)^#.*$", "")
                .replaceAll("\\R[ \\t]+", " ")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private void read(String line) throws LDAPException {
        Matcher identifier = IDENTIFIER.matcher(line);
        if (identifier.matches()) {
            identifiers.put(identifier.group(1), number(identifier.group(2)));
            return;
        }
        Matcher definition = DEFINITION.matcher(line.strip());
        if (!definition.matches()) {
            throw new IllegalArgumentException("Not a schema definition: " + line);
        }
        add(definition.group(1), "( " + number(definition.group(2)) + " " + definition.group(3) + " )");
    }

    private void add(String kind, String definition) throws LDAPException {
        if (kind.equals("attributetype")) {
            attributes.add(new AttributeTypeDefinition(definition));
        } else {
            classes.add(new ObjectClassDefinition(definition));
        }
    }

    /** {@code musterClass:2} is the second below what musterClass stands for. */
    private String number(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return identifiers.getOrDefault(name, name);
        }
        return identifiers.getOrDefault(name.substring(0, colon), name) + "." + name.substring(colon + 1);
    }

    private Schema toSchema() throws LDAPException {
        Entry entry = new Entry("cn=schema");
        entry.addAttribute("objectClass", "top", "ldapSubentry", "subschema");
        attributes.forEach(attribute -> entry.addAttribute("attributeTypes", attribute.toString()));
        classes.forEach(type -> entry.addAttribute("objectClasses", type.toString()));
        return new Schema(entry);
    }
}
