package dev.muster.target.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.util.StaticUtils;
import dev.muster.model.Claims;
import dev.muster.model.Field;
import dev.muster.model.ObjectKey;
import dev.muster.model.Password;
import dev.muster.model.Secret;
import dev.muster.model.SiteKey;
import dev.muster.model.TargetPlan;
import dev.muster.model.UserSpec;
import dev.muster.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a person's entry is to hold, and what an entry says about a person. Thread-safe. */
final class PersonMapping {
    private static final String OBJECT_CLASS = "objectClass";
    private static final String COMMON_NAME = "cn";

    private final LdapPerson person;
    private final AttributeNames names;
    private final SiteKey siteKey;
    private final DnPattern userDn;
    private final ValueForms forms;
    private final List<Field> words;

    PersonMapping(LdapSettings settings, AttributeNames names, SiteKey siteKey) {
        this.person = settings.person();
        this.names = names;
        this.siteKey = siteKey;
        this.userDn = new DnPattern(settings.tree().userDn());
        this.forms = new ValueForms(person);
        this.words = words(person);
    }

    ValueForms forms() {
        return forms;
    }

    /** The DN of a new person; empty when the pattern needs a field that has no value. */
    Optional<String> dn(TargetPlan.Specified plan) {
        return userDn.fill(FieldPattern.valuesOf(plan.spec(), plan.claims()));
    }

    /** Where the entry of somebody is of whom only the name is known; empty when the pattern needs more. */
    Optional<String> dn(ObjectKey key) {
        return userDn.fill(name -> Field.of(name).equals(Field.USERNAME) ? Optional.of(key.name()) : Optional.empty());
    }

    /** A new person's whole entry. */
    Entry entry(String dn, TargetPlan.Specified plan) {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute(OBJECT_CLASS, person.objectClasses()));
        wanted(plan).forEach((name, values) -> attributes.add(new Attribute(name, values)));
        password(plan).ifPresent(hash -> attributes.add(new Attribute(passwordAttribute(), hash.reveal())));
        return new Entry(dn, attributes);
    }

    /** Every attribute that Muster gives a person, object classes and password left out. */
    SortedMap<String, List<String>> wanted(TargetPlan.Specified plan) {
        SortedMap<String, List<String>> wanted = derived(plan);
        asked(plan.spec()).forEach((name, values) -> {
            if (values.isEmpty()) {
                wanted.remove(name);
            } else {
                wanted.put(name, values);
            }
        });
        return wanted;
    }

    /** The attributes that fields of this spec ask for; no values = to be cleared. */
    SortedMap<String, List<String>> asked(UserSpec spec) {
        SortedMap<String, List<String>> asked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        spec.values()
                .forEach((field, values) ->
                        names.attribute(field).ifPresent(name -> asked.put(name, forms.write(field, values))));
        return asked;
    }

    /** What follows from the spec without a field of its own. */
    private SortedMap<String, List<String>> derived(TargetPlan.Specified plan) {
        SortedMap<String, List<String>> derived = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String userName = plan.spec().userName().value();
        derived.put(COMMON_NAME, List.of(userName));
        person.patterns()
                .keySet()
                .forEach(name -> pattern(name, plan.spec(), plan.claims())
                        .ifPresent(value -> derived.put(name, List.of(value))));
        derived.put(names.required(Field.USERNAME), List.of(userName));
        names.attribute(Field.ACTIVATED).ifPresent(name -> derived.put(name, List.of(person.enabled())));
        if (plan.claims().uidNumber() > 0) {
            derived.put(
                    names.required(Field.UID_NUMBER),
                    List.of(Long.toString(plan.claims().uidNumber())));
        }
        return derived;
    }

    /** What the pattern of an attribute gives for a person. */
    Optional<String> pattern(String attribute, UserSpec spec, Claims claims) {
        return Optional.ofNullable(person.patterns().get(attribute))
                .flatMap(text -> new FieldPattern(text).fill(FieldPattern.valuesOf(spec, claims)))
                .filter(value -> !value.isEmpty());
    }

    /** The attributes whose pattern changes with the field. */
    List<String> following(Field field) {
        return person.patterns().entrySet().stream()
                .filter(pattern -> new FieldPattern(pattern.getValue()).mentions(field))
                .map(Map.Entry::getKey)
                .toList();
    }

    String passwordAttribute() {
        return names.required(Field.PASSWORD);
    }

    /** The stored form of the password; empty when nothing is said about it. The same at every call. */
    Optional<Secret> password(TargetPlan.Specified plan) {
        Password password = plan.spec().password();
        if (password instanceof Password.Clear clear) {
            return Optional.of(person.hash().of(clear.secret(), salt(plan.claims())));
        }
        return password instanceof Password.Hashed hashed ? Optional.of(hashed.hash()) : Optional.empty();
    }

    private byte[] salt(Claims claims) {
        String owner = claims.source() + "\n" + claims.identity() + "\n" + claims.generation();
        return siteKey.derive("ldap-salt", owner, PasswordHash.SALT_LENGTH);
    }

    /** What an entry says, in the feed's words: every word of the house, every other attribute by its own name. */
    SortedMap<Field, List<String>> values(Entry entry) {
        SortedMap<Field, List<String>> values = foreign(entry);
        List<String> commonName = values.getOrDefault(Field.of(COMMON_NAME), List.of());
        for (Field field : words) {
            values.remove(field);
            List<String> read = names.attribute(field)
                    .map(name -> forms.read(field, texts(entry, name)))
                    .orElse(List.of());
            if (!read.isEmpty()) {
                values.put(field, read);
            }
        }
        commonName.stream().limit(1).forEach(name -> values.putIfAbsent(Field.DISPLAYNAME, List.of(name)));
        values.remove(Field.PASSWORD);
        return values;
    }

    private SortedMap<Field, List<String>> foreign(Entry entry) {
        SortedMap<Field, List<String>> values = new TreeMap<>();
        for (Attribute attribute : entry.getAttributes()) {
            if (!isHidden(attribute)) {
                values.put(Field.of(attribute.getName()), Arrays.asList(attribute.getValues()));
            }
        }
        return values;
    }

    /** Photographs are no text, and password hashes nobody's business. */
    private boolean isHidden(Attribute attribute) {
        return attribute.getBaseName().equalsIgnoreCase(OBJECT_CLASS)
                || attribute.getBaseName().equalsIgnoreCase(passwordAttribute())
                || !Arrays.stream(attribute.getValueByteArrays()).allMatch(StaticUtils::isValidUTF8);
    }

    private static List<Field> words(LdapPerson person) {
        Set<Field> fields = new LinkedHashSet<>(person.attributes().keySet());
        Vocabulary.words().forEach(word -> fields.add(word.field()));
        return List.copyOf(fields);
    }

    private static List<String> texts(Entry entry, String name) {
        Attribute attribute = entry.getAttribute(name);
        return attribute == null ? List.of() : Arrays.asList(attribute.getValues());
    }
}
